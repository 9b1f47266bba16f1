import { readSessionGuide } from '@entrepairs/contract/dangers';
import { readGroup } from '@entrepairs/contract/groups';
import { listMethods } from '@entrepairs/contract/methods';
import { readRoom } from '@entrepairs/contract/room';
import { readSession } from '@entrepairs/contract/sessions';
import { load as read } from '#lib/api/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, params: { sessionId } }) => {
	const session = await read(readSession, { params: { sessionId }, fetch, url });
	const [group, summary, { methods }, danger] = await Promise.all([
		read(readGroup, { params: { groupId: session.group.id }, fetch, url }),
		read(readRoom, { params: { sessionId }, fetch, url }),
		read(listMethods, { params: { groupId: session.group.id }, fetch, url }),
		// With the page: it must be there when the line is not.
		read(readSessionGuide, { params: { sessionId }, fetch, url }),
	]);
	return { session, group, summary, methods: methods.filter(({ retiredAt }) => retiredAt === null), danger };
};
