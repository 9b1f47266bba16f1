/** Writing down, 48 hours before each session, who was proposed for which role. A job calls it as often as it likes. */

import type { Db, Trx } from '../../platform/database.ts';
import { holdGroup } from '../groups/frame.ts';
import { tell } from '../notifications/notices.ts';
import type { FoundSession, SessionsService } from '../sessions/service.ts';
import { FIXED_BEFORE_MS, type RotationSources, rotationsOf } from './rotation.ts';
import { allGroups } from './store.ts';
import { fixedAmong, markFixed, putRole } from './store-roles.ts';
import { sessionsFor } from './window.ts';

export interface RoleFixing {
	/** Writes down the roles of sessions that begin within 48 hours, or have begun. Returns how many sessions. */
	fixRoles(now: Date): Promise<number>;
}

const GROUPS_AT_ONCE = 200;
const LOOKED_BACK_MS = 3 * 24 * 3_600_000;

export function createRoleFixing(deps: {
	readonly db: Db;
	readonly sessions: Pick<SessionsService, 'between'>;
	readonly sources: RotationSources;
}): RoleFixing {
	const { db, sessions, sources } = deps;

	return {
		async fixRoles(now) {
			let count = 0;
			for (const groupId of await groupsToFix(now)) {
				const around = await sessionsFor(deps, [groupId], now);
				count += await db.transaction().execute((trx) => fixIn(trx, groupId, around, now));
			}
			return count;
		},
	};

	/**
	 * The groups with a session near by whose roles are not settled. What an older one left open, after a
	 * long standstill, is settled with the next one of its group.
	 */
	async function groupsToFix(now: Date): Promise<ReadonlySet<string>> {
		const found = new Set<string>();
		const groups = await allGroups(db);
		for (let at = 0; at < groups.length; at += GROUPS_AT_ONCE) {
			const near = await sessions.between(
				groups.slice(at, at + GROUPS_AT_ONCE),
				new Date(now.getTime() - LOOKED_BACK_MS),
				new Date(now.getTime() + FIXED_BEFORE_MS),
			);
			const fixed = await fixedAmong(db, near);
			for (const { id, state, group } of near) {
				if (state === 'planned' && !fixed.has(id)) found.add(group.id);
			}
		}
		return found;
	}

	async function fixIn(
		trx: Trx,
		groupId: string,
		around: readonly FoundSession[],
		now: Date,
	): Promise<number> {
		await holdGroup(trx, groupId);
		const rotation = (await rotationsOf(trx, sources, [groupId], around)).get(groupId);
		if (rotation === undefined) return 0;
		const due = around.filter(
			({ id, startsAt }) =>
				rotation.roles.has(id) &&
				!rotation.isFixed(id) &&
				startsAt.getTime() - FIXED_BEFORE_MS <= now.getTime(),
		);
		for (const session of due) {
			const given = new Set<string>();
			for (const held of rotation.roles.get(session.id) ?? []) {
				if (held.source !== 'proposed') continue;
				const { role, accountId, reason } = held;
				await putRole(trx, session, { role, accountId, source: 'proposed', reason }, now);
				if (accountId !== null) given.add(accountId);
			}
			// Once, also to who has several roles; nobody is told of a session that has begun.
			const told = session.startsAt > now ? [...given] : [];
			await tell(
				trx,
				told.map((to) => ({
					kind: 'role-given' as const,
					to,
					groupId,
					sessionId: session.id,
				})),
				now,
			);
			await markFixed(trx, session, now);
		}
		return due.length;
	}
}
