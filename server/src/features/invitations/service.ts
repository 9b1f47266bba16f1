/**
 * Invitations: a link for one person, made by a facilitator.
 *
 * The link's token is random (256 bits) and stored only as its hash. It can be used once, until it is
 * over or revoked, and only while whoever made it facilitates the group. Whoever the token is wrong for,
 * and for whatever cause, gets one and the same answer: not found.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { Invitation, ReceivedInvitation } from '@entrepairs/contract/invitations';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Trx } from '../../platform/database.ts';
import type { EventBus } from '../../platform/events.ts';
import { newId } from '../../platform/ids.ts';
import { conflict, notFound, Refusal } from '../../platform/refusal.ts';
import { can } from '../../policy/policy.ts';
import { standingOf } from '../../policy/standing.ts';
import { whyNotIn } from '../../policy/why-not.ts';
import type { MembershipsService } from '../memberships/service.ts';
import { closeInvitation, findByHash, insertInvitation, usableOf } from './store.ts';

export interface InvitationsService {
	/** Makes one for one person. The token is given this once. */
	invite(
		accountId: string,
		groupId: string,
		days: number,
	): Promise<(Invitation & { token: string }) | Refusal>;
	list(accountId: string, groupId: string): Promise<{ invitations: Invitation[] } | Refusal>;
	revoke(accountId: string, groupId: string, invitationId: string): Promise<undefined | Refusal>;
	/** The invitation that a token opens, and what accepting it leads to. */
	read(accountId: string, token: string): Promise<ReceivedInvitation | Refusal>;
	/** Accepts or declines it, once. */
	answer(
		accountId: string,
		token: string,
		outcome: 'accepted' | 'declined',
	): Promise<{ groupId: string; led: 'member' | 'waiting-list' | 'request' | null } | Refusal>;
}

const TOKEN_BYTES = 32;
const DAY_MS = 24 * 3_600_000;
/** More links that are open at once than a group has places would be a leak, not an invitation. */
const OPEN_AT_ONCE = 20;

export function createInvitationsService(deps: {
	readonly db: Db;
	readonly clock: Clock;
	readonly events: EventBus;
	readonly memberships: MembershipsService;
}): InvitationsService {
	const { db, clock, events, memberships } = deps;

	/** Does something that facilitators may, with the group held. */
	async function withGroup<T>(
		accountId: string,
		groupId: string,
		doIt: (trx: Trx, now: Date) => Promise<T | Refusal>,
	): Promise<T | Refusal> {
		const standing = await standingOf(db, accountId);
		return db.transaction().execute(async (trx) => {
			const now = clock.now();
			const group = await memberships.settleOffers(trx, groupId, now);
			if (group === undefined) return notFound;
			const subject = { groupId, organisationId: group.organisationId };
			return can(standing, 'group.invite', subject) ? doIt(trx, now) : whyNotIn(standing, subject);
		});
	}

	return {
		async invite(accountId, groupId, days) {
			return withGroup(accountId, groupId, async (trx, at) => {
				if ((await usableOf(trx, groupId, at)).length >= OPEN_AT_ONCE)
					return conflict('too-many-invitations');
				const token = randomBytes(TOKEN_BYTES).toString('base64url');
				const id = newId();
				const expiresAt = new Date(at.getTime() + days * DAY_MS);
				await insertInvitation(trx, { id, groupId, hash: hashOf(token), by: accountId, at, expiresAt });
				const made = (await usableOf(trx, groupId, at)).find((one) => one.id === id);
				return made === undefined ? notFound : { ...shown(made), token };
			});
		},

		async list(accountId, groupId) {
			return withGroup(accountId, groupId, async (trx, now) => ({
				invitations: (await usableOf(trx, groupId, now)).map(shown),
			}));
		},

		async revoke(accountId, groupId, invitationId) {
			return withGroup(accountId, groupId, async (trx, at) => {
				const invitation = { id: invitationId, groupId };
				const isRevoked = await closeInvitation(trx, invitation, { outcome: 'revoked', by: accountId, at });
				return isRevoked ? undefined : notFound;
			});
		},

		async read(accountId, token) {
			const found = await findByHash(db, hashOf(token), clock.now());
			if (found === undefined) return notFound;
			const { groupId, name, purpose, language, organisationName, capacity, memberCount } = found;
			return {
				group: {
					...{ id: groupId, name, purpose, language, organisationName, capacity },
					memberCount: memberCount ?? 0,
				},
				invitedBy: found.invitedBy,
				expiresAt: found.expiresAt.toISOString(),
				effect: await memberships.wayOfInvited(accountId, groupId),
			};
		},

		async answer(accountId, token, outcome) {
			const hash = hashOf(token);
			const known = await findByHash(db, hash, clock.now());
			if (known === undefined) return notFound;
			const { groupId } = known;
			const answered = await db.transaction().execute(async (trx) => {
				const at = clock.now();
				const group = await memberships.settleOffers(trx, groupId, at);
				// Looked at again with the group held: of two answers at once, one counts.
				const found = await findByHash(trx, hash, at);
				if (group === undefined || found === undefined) return notFound;
				const led =
					outcome === 'declined'
						? null
						: await memberships.acceptInvited(trx, group, { accountId, invitedBy: found.createdBy, at });
				if (led instanceof Refusal) return led;
				const isFirst = await closeInvitation(trx, { id: found.id, groupId }, { outcome, by: accountId, at });
				if (!isFirst) throw new Error('an invitation was closed while its group was held');
				return { groupId, led };
			});
			if (!(answered instanceof Refusal) && answered.led === 'member') {
				events.emit('access-changed', { groupId, accountId });
			}
			return answered;
		},
	};
}

function hashOf(token: string): Uint8Array {
	return createHash('sha256').update(token).digest();
}

function shown(row: { id: string; invitedBy: string; createdAt: Date; expiresAt: Date }): Invitation {
	return {
		id: row.id,
		invitedBy: row.invitedBy,
		createdAt: row.createdAt.toISOString(),
		expiresAt: row.expiresAt.toISOString(),
	};
}
