import { readGroup } from '@entrepairs/contract/groups';
import { listInvitations } from '@entrepairs/contract/invitations';
import { redirect } from '@sveltejs/kit';
import { load as read } from '#lib/api/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, params: { groupId } }) => {
	const group = await read(readGroup, { params: { groupId }, fetch, url });
	// There is nothing here for others, nor in a group that has ended.
	if (group.role !== 'facilitator' || group.endedAt !== null) redirect(303, `/groups/${groupId}`);
	const { invitations } = await read(listInvitations, { params: { groupId }, fetch, url });
	return { group, invitations };
};
