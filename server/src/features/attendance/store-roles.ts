/** Who has which role in which session, and what people arrange about it. */
import type { Role } from '@entrepairs/contract/attendance';
import { formatSessionId } from '@entrepairs/domain/schedule/session-id';
import type { Db, Trx } from '../../platform/database.ts';
import { type Named, seriesIn } from './store.ts';

export interface RoleRow {
	readonly sessionId: string;
	readonly role: Role;
	readonly accountId: string | null;
	readonly source: 'proposed' | 'taken' | 'swapped' | 'given';
	readonly reason: string | null;
}

const sessionOf = (row: { readonly series_id: string; readonly day: string }) =>
	formatSessionId({ seriesId: row.series_id, day: row.day });

/** All that is written down about the roles of some series. */
export async function rolesWritten(
	db: Db | Trx,
	sessions: readonly Named[],
): Promise<{
	readonly roles: readonly RoleRow[];
	readonly passes: readonly { readonly sessionId: string; readonly role: Role; readonly memberId: string }[];
	/** The sessions whose roles are settled. */
	readonly fixed: ReadonlySet<string>;
}> {
	const series = seriesIn(sessions);
	if (series.length === 0) return { roles: [], passes: [], fixed: new Set() };
	const roles = await db
		.selectFrom('session_roles')
		.where('series_id', 'in', series)
		.select(['series_id', 'day', 'role', 'account_id', 'source', 'reason'])
		.execute();
	const passes = await db
		.selectFrom('session_role_passes')
		.where('series_id', 'in', series)
		.select(['series_id', 'day', 'role', 'account_id'])
		.execute();
	const fixed = await db
		.selectFrom('session_roles_fixed')
		.where('series_id', 'in', series)
		.select(['series_id', 'day'])
		.execute();
	return {
		roles: roles.map((row) => ({
			sessionId: sessionOf(row),
			role: row.role,
			accountId: row.account_id,
			source: row.source,
			reason: row.reason,
		})),
		passes: passes.map((row) => ({ sessionId: sessionOf(row), role: row.role, memberId: row.account_id })),
		fixed: new Set(fixed.map(sessionOf)),
	};
}

/** Those of some sessions whose roles are settled. */
export async function fixedAmong(db: Db, sessions: readonly Named[]): Promise<ReadonlySet<string>> {
	const series = seriesIn(sessions);
	if (series.length === 0) return new Set();
	const rows = await db
		.selectFrom('session_roles_fixed')
		.where('series_id', 'in', series)
		.select(['series_id', 'day'])
		.execute();
	return new Set(rows.map(sessionOf));
}

export async function putRole(
	trx: Trx,
	session: Named,
	role: Omit<RoleRow, 'sessionId'>,
	at: Date,
): Promise<void> {
	const values = { account_id: role.accountId, source: role.source, reason: role.reason, at };
	await trx
		.insertInto('session_roles')
		.values({ series_id: session.seriesId, day: session.day, role: role.role, ...values })
		.onConflict((c) => c.columns(['series_id', 'day', 'role']).doUpdateSet(values))
		.execute();
}

/** Who is written down as the presenter of a session; null where it is nobody, or only proposed. */
export async function presenterWritten(trx: Trx, session: Named): Promise<string | null> {
	const row = await trx
		.selectFrom('session_roles')
		.where('series_id', '=', session.seriesId)
		.where('day', '=', session.day)
		.where('role', '=', 'presenter')
		.select('account_id')
		.executeTakeFirst();
	return row?.account_id ?? null;
}

/** Takes back the role of presenter that came with the choice of a case, while roles are not fixed. */
export async function dropPresenterByChoice(trx: Trx, session: Named, accountId: string): Promise<void> {
	await trx
		.deleteFrom('session_roles')
		.where('series_id', '=', session.seriesId)
		.where('day', '=', session.day)
		.where('role', '=', 'presenter')
		.where('account_id', '=', accountId)
		.where('source', '=', 'given')
		.where('reason', '=', 'has-a-case')
		.where((e) =>
			e.not(
				e.exists(
					e
						.selectFrom('session_roles_fixed')
						.whereRef('session_roles_fixed.series_id', '=', 'session_roles.series_id')
						.whereRef('session_roles_fixed.day', '=', 'session_roles.day')
						.select('session_roles_fixed.day'),
				),
			),
		)
		.execute();
}

/** Nothing is arranged about a role any more: it is proposed again. */
export async function dropRole(trx: Trx, session: Named, role: Role): Promise<void> {
	await trx
		.deleteFrom('session_roles')
		.where('series_id', '=', session.seriesId)
		.where('day', '=', session.day)
		.where('role', '=', role)
		.execute();
}

/** Somebody is not to be proposed for a role in a session. */
export async function addPass(trx: Trx, session: Named, role: Role, accountId: string): Promise<void> {
	await trx
		.insertInto('session_role_passes')
		.values({ series_id: session.seriesId, day: session.day, role, account_id: accountId })
		.onConflict((c) => c.doNothing())
		.execute();
}

export async function markFixed(trx: Trx, session: Named, at: Date): Promise<void> {
	await trx
		.insertInto('session_roles_fixed')
		.values({ series_id: session.seriesId, day: session.day, at })
		.onConflict((c) => c.doNothing())
		.execute();
}

export interface OfferRow {
	readonly id: string;
	readonly sessionId: string;
	readonly role: Role;
	readonly fromId: string;
	readonly toId: string;
	/** Null: nothing is asked for in exchange. */
	readonly otherSessionId: string | null;
	readonly isOpen: boolean;
}

const offers = (db: Db | Trx) => db.selectFrom('role_offers').selectAll();
const asOffer = (
	row: Awaited<ReturnType<ReturnType<typeof offers>['executeTakeFirstOrThrow']>>,
): OfferRow => ({
	id: row.id,
	sessionId: sessionOf(row),
	role: row.role,
	fromId: row.from_id,
	toId: row.to_id,
	otherSessionId:
		row.other_series_id === null || row.other_day === null
			? null
			: formatSessionId({ seriesId: row.other_series_id, day: row.other_day }),
	isOpen: row.state === 'open',
});

export async function findOffer(db: Db | Trx, id: string): Promise<OfferRow | undefined> {
	const row = await offers(db).where('id', '=', id).executeTakeFirst();
	return row && asOffer(row);
}

/** The open offers that somebody made or was made in a session. */
export async function offersAbout(db: Db, session: Named, accountId: string): Promise<OfferRow[]> {
	const rows = await offers(db)
		.where('state', '=', 'open')
		.where((e) => e.or([e('from_id', '=', accountId), e('to_id', '=', accountId)]))
		.where((e) =>
			e.or([
				e.and([e('series_id', '=', session.seriesId), e('day', '=', session.day)]),
				e.and([e('other_series_id', '=', session.seriesId), e('other_day', '=', session.day)]),
			]),
		)
		.orderBy('at')
		.execute();
	return rows.map(asOffer);
}

/** One open offer a role: a new one takes the place of the one before. */
export async function putOffer(
	trx: Trx,
	offer: {
		readonly id: string;
		readonly session: Named;
		readonly role: Role;
		readonly fromId: string;
		readonly toId: string;
		readonly other: Named | null;
	},
	at: Date,
): Promise<void> {
	const { session, other } = offer;
	await trx
		.updateTable('role_offers')
		.set({ state: 'withdrawn' })
		.where('series_id', '=', session.seriesId)
		.where('day', '=', session.day)
		.where('role', '=', offer.role)
		.where('from_id', '=', offer.fromId)
		.where('state', '=', 'open')
		.execute();
	await trx
		.insertInto('role_offers')
		.values({
			id: offer.id,
			series_id: session.seriesId,
			day: session.day,
			role: offer.role,
			from_id: offer.fromId,
			to_id: offer.toId,
			other_series_id: other?.seriesId ?? null,
			other_day: other?.day ?? null,
			state: 'open',
			at,
		})
		.execute();
}

/** False when it is not open any more. */
export async function closeOffer(
	trx: Trx,
	id: string,
	state: 'accepted' | 'refused' | 'withdrawn',
): Promise<boolean> {
	const row = await trx
		.updateTable('role_offers')
		.set({ state })
		.where('id', '=', id)
		.where('state', '=', 'open')
		.returning('id')
		.executeTakeFirst();
	return row !== undefined;
}
