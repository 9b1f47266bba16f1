import { listJoinRequests, listOrganisationGroups } from '@entrepairs/contract/memberships';
import { load as read } from '#lib/api/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, params: { organisationId }, parent }) => {
	const [{ requests }, { groups }, { me }] = await Promise.all([
		read(listJoinRequests, { params: { organisationId }, fetch, url }),
		read(listOrganisationGroups, { params: { organisationId }, fetch, url }),
		parent(),
	]);
	return { requests, groups, name: me?.organisations.find(({ id }) => id === organisationId)?.name ?? '' };
};
