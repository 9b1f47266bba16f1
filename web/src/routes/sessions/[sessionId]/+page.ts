import { readAgenda } from '@entrepairs/contract/agenda';
import { readAttendance } from '@entrepairs/contract/attendance';
import { readGroup } from '@entrepairs/contract/groups';
import { readRoom } from '@entrepairs/contract/room';
import { readSession } from '@entrepairs/contract/sessions';
import { load as read } from '#lib/api/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, params: { sessionId } }) => {
	const session = await read(readSession, { params: { sessionId }, fetch, url });
	const [group, attendance, agenda, room] = await Promise.all([
		read(readGroup, { params: { groupId: session.group.id }, fetch, url }),
		read(readAttendance, { params: { sessionId }, fetch, url }),
		read(readAgenda, { params: { sessionId }, fetch, url }),
		read(readRoom, { params: { sessionId }, fetch, url }),
	]);
	return { session, group, attendance, agenda, room };
};
