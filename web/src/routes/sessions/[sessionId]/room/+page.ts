import { readGroup } from '@entrepairs/contract/groups';
import { readRoom } from '@entrepairs/contract/room';
import { readSession } from '@entrepairs/contract/sessions';
import { load as read } from '#lib/api/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, params: { sessionId } }) => {
	const session = await read(readSession, { params: { sessionId }, fetch, url });
	const [group, summary] = await Promise.all([
		read(readGroup, { params: { groupId: session.group.id }, fetch, url }),
		read(readRoom, { params: { sessionId }, fetch, url }),
	]);
	return { session, group, summary };
};
