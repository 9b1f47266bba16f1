import { readAgenda } from '@entrepairs/contract/agenda';
import { readAttendance } from '@entrepairs/contract/attendance';
import { readGroup } from '@entrepairs/contract/groups';
import { readMinutes } from '@entrepairs/contract/minutes';
import { readRoom } from '@entrepairs/contract/room';
import { readSession } from '@entrepairs/contract/sessions';
import { call } from '#lib/api/call.ts';
import { load as read } from '#lib/api/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, params: { sessionId } }) => {
	const session = await read(readSession, { params: { sessionId }, fetch, url });
	// There are none where nobody met in the room, or where they are not for the reader.
	const hasBegun = Date.parse(session.startsAt) <= Date.now();
	const [group, attendance, agenda, minutes, room] = await Promise.all([
		read(readGroup, { params: { groupId: session.group.id }, fetch, url }),
		read(readAttendance, { params: { sessionId }, fetch, url }),
		read(readAgenda, { params: { sessionId }, fetch, url }),
		hasBegun ? call(readMinutes, { params: { sessionId }, fetch }) : null,
		read(readRoom, { params: { sessionId }, fetch, url }),
	]);
	return { session, group, attendance, agenda, room, minutes: minutes?.ok ? minutes.value : null };
};
