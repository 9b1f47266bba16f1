import { readCharter } from '@entrepairs/contract/charters';
import { readGroup } from '@entrepairs/contract/groups';
import { listGroupSessions } from '@entrepairs/contract/sessions';
import { load as read } from '#lib/api/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, params: { groupId } }) => {
	const [group, charter] = await Promise.all([
		read(readGroup, { params: { groupId }, fetch, url }),
		read(readCharter, { params: { groupId }, fetch, url }),
	]);
	// Moderators who are not of the group see its people, not its sessions.
	const sessions =
		group.role === null ? null : await read(listGroupSessions, { params: { groupId }, fetch, url });
	return { group, charter, sessions };
};
