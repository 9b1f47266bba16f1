import { listMyGroups, readGroup } from '@entrepairs/contract/groups';
import { listGroupSessions, listMySessions } from '@entrepairs/contract/sessions';
import { mayOpenCase } from '@entrepairs/domain/schedule/case-window';
import { load as read } from '#lib/api/load.ts';
import { signedIn } from '#lib/api/signed-in.ts';
import type { PageLoad } from './$types';

/** The sessions that take a new case, and who could read it first. Nothing of the draft is sent for it. */
export const load: PageLoad = async ({ parent, fetch, url }) => {
	const { me } = await parent();
	const accountId = signedIn(me, url).id;
	const [{ sessions }, { groups: mine }] = await Promise.all([
		read(listMySessions, { fetch, url }),
		read(listMyGroups, { fetch, url }),
	]);
	const groups = await Promise.all(
		mine.map(({ id }) => read(readGroup, { params: { groupId: id }, fetch, url })),
	);
	const pasts = await Promise.all(
		mine.map(({ id }) => read(listGroupSessions, { params: { groupId: id }, fetch, url })),
	);
	const now = new Date();
	const recent = pasts
		.flatMap(({ past }) => past)
		.filter(({ endsAt }) => mayOpenCase({ endsAt: new Date(endsAt) }, now));
	return { accountId, sessions: [...recent, ...sessions], groups };
};
