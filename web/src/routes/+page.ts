import { listMyCases } from '@entrepairs/contract/cases';
import { listDirectory, listMyGroups } from '@entrepairs/contract/groups';
import { listJoinRequests } from '@entrepairs/contract/memberships';
import { listNotices } from '@entrepairs/contract/notifications';
import { listMySessions } from '@entrepairs/contract/sessions';
import { load as read } from '#lib/api/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, parent }) => {
	const [{ sessions }, { groups }, { groups: directory }, { cases }, { notices }, { me }] = await Promise.all(
		[
			read(listMySessions, { fetch, url }),
			read(listMyGroups, { fetch, url }),
			read(listDirectory, { fetch, url }),
			read(listMyCases, { fetch, url }),
			read(listNotices, { query: { unread: 'true' }, fetch, url }),
			parent(),
		],
	);
	const moderated = me?.organisations.filter(({ role }) => role === 'moderator') ?? [];
	const queues = await Promise.all(
		moderated.map(async ({ id, name }) => {
			const { requests } = await read(listJoinRequests, { params: { organisationId: id }, fetch, url });
			return { id, name, waiting: requests.filter(({ state }) => state === 'waiting').length };
		}),
	);
	return {
		sessions,
		groups,
		notices,
		readings: cases.filter(({ state, part }) => state === 'in-second-reading' && part === 'second-reader'),
		requests: directory
			.filter(({ request }) => request?.state === 'waiting')
			.map(({ id, name }) => ({ id, name })),
		queues: queues.filter(({ waiting }) => waiting > 0),
	};
};
