import type { Phase } from '@entrepairs/domain/schedule/series';
import type { Db } from '../../platform/database.ts';
import type { Invitation, Told } from './invitations.ts';

/** Who is invited, and how they want to read it. */
export interface Invited {
	readonly email: string;
	readonly language: 'fr' | 'en';
	/** They asked for it at a calendar that shows these sessions. */
	readonly neutral: boolean;
}

export async function invitedPerson(
	db: Db,
	accountId: string,
	groupId: string,
): Promise<Invited | undefined> {
	const account = await db
		.selectFrom('accounts')
		.where('id', '=', accountId)
		.select((e) => [
			'email',
			'language',
			e
				.exists(
					e
						.selectFrom('calendar_feeds')
						.leftJoin('group_members', 'group_members.id', 'calendar_feeds.member_id')
						.whereRef('calendar_feeds.account_id', '=', 'accounts.id')
						.where('calendar_feeds.neutral_titles', '=', true)
						.where((or) =>
							or.or([or('calendar_feeds.member_id', 'is', null), or('group_members.group_id', '=', groupId)]),
						)
						.select('calendar_feeds.id'),
				)
				.as('neutral'),
		])
		.executeTakeFirst();
	return account && { ...account, neutral: Boolean(account.neutral) };
}

/**
 * The phases of series that somebody was told, by series. What was taken back is no longer among them,
 * except for the notice with which it was.
 */
export async function toldOf(
	db: Db,
	accountId: string,
	seriesIds: readonly string[],
	noticeId: string,
): Promise<ReadonlyMap<string, Told[]>> {
	if (seriesIds.length === 0) return new Map();
	const rows = await db
		.selectFrom('calendar_invitations')
		.where('account_id', '=', accountId)
		.where('series_id', 'in', seriesIds)
		.where((e) => e.or([e('taken_back_by', 'is', null), e('taken_back_by', '=', noticeId)]))
		.select(['series_id', 'phase', 'sequence'])
		.execute();
	const told = new Map<string, Told[]>();
	for (const { series_id, phase, sequence } of rows) {
		told.set(series_id, [...(told.get(series_id) ?? []), { phase: phase as Phase, sequence }]);
	}
	return told;
}

/** What this invitation leaves in somebody's calendar. */
export async function rememberTold(
	db: Db,
	to: { readonly accountId: string; readonly seriesId: string; readonly noticeId: string },
	{ whole, method, sequence }: Invitation,
): Promise<void> {
	if (whole === null) return;
	const now = {
		phase: JSON.stringify(whole),
		sequence,
		taken_back_by: method === 'CANCEL' ? to.noticeId : null,
	};
	await db
		.insertInto('calendar_invitations')
		.values({ account_id: to.accountId, phase_id: whole.id, series_id: to.seriesId, ...now })
		.onConflict((conflict) => conflict.columns(['account_id', 'phase_id']).doUpdateSet(now))
		.execute();
}
