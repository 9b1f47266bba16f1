/**
 * The charter of a group: what its members agree on, in numbered versions.
 *
 *     published ──(the group's next session starts)──▶ in force ──(a later one is)──▶ history
 *
 * A member signs the latest version and no other. Until it is in force, who signed the one before it
 * goes on entering the room; from then on only those who signed it do (policy/standing.ts). A signature
 * is never withdrawn: who no longer agrees leaves the group.
 */

import type {
	Charter,
	CharterSignature,
	CharterToSign,
	CharterVersion,
	CharterVersionSummary,
	NewCharterVersion,
} from '@entrepairs/contract/charters';
import { inForceAt, inForceFrom, mayEnter } from '@entrepairs/domain/charter/versions';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database.ts';
import type { EventBus } from '../../platform/events.ts';
import { newId } from '../../platform/ids.ts';
import { conflict, invalid, notAllowed, notFound, Refusal } from '../../platform/refusal.ts';
import { can } from '../../policy/policy.ts';
import { standingOf } from '../../policy/standing.ts';
import { groupNames, organisationOf } from '../groups/frame.ts';
import { tell } from '../notifications/notices.ts';
import type { SessionsService } from '../sessions/service.ts';
import { digestOf } from './first-version.ts';
import {
	insertSignature,
	insertVersion,
	lockCharter,
	signersOf,
	type VersionRow,
	versionsOf,
} from './store.ts';

export interface ChartersService {
	/** For members, and for moderators of the organisation: it is the frame. */
	read(accountId: string, groupId: string): Promise<Charter | Refusal>;
	readVersion(
		accountId: string,
		groupId: string,
		versionId: string,
	): Promise<{ version: CharterVersion; before: CharterVersion | null } | Refusal>;
	/** A new version, in force from the next session on. Refused when another came in between. */
	publish(accountId: string, groupId: string, input: NewCharterVersion): Promise<CharterVersion | Refusal>;
	/** The latest version only. Signing it twice leaves the first signature. */
	sign(accountId: string, groupId: string, versionId: string): Promise<CharterSignature | Refusal>;
	toSign(accountId: string): Promise<CharterToSign[]>;
}

/** How far ahead a session is looked for, to bring a new version into force. */
const AHEAD_MS = 8 * 7 * 24 * 3_600_000;

export function createChartersService(deps: {
	readonly db: Db;
	readonly clock: Clock;
	readonly events: EventBus;
	readonly sessions: Pick<SessionsService, 'between'>;
}): ChartersService {
	const { db, clock, events, sessions } = deps;

	/** Refused for those who may not know of the charter. */
	async function access(accountId: string, groupId: string) {
		const [who, organisationId] = await Promise.all([
			standingOf(db, accountId, clock.now()),
			organisationOf(db, groupId),
		]);
		const subject = { groupId, organisationId: organisationId ?? '' };
		return organisationId === undefined || !can(who, 'charter.read', subject) ? notFound : { who, subject };
	}

	return {
		async read(accountId, groupId) {
			const found = await access(accountId, groupId);
			if (found instanceof Refusal) return found;
			const [versions, members] = await Promise.all([versionsOf(db, [groupId]), signersOf(db, { groupId })]);
			const now = clock.now();
			const latest = versions[0] ?? null;
			const inForce = inForceAt(versions, now);
			const own = members.find((member) => member.accountId === accountId);
			const signed = versions.find(({ id }) => id === own?.versionId);
			return {
				latest: latest && whole(latest),
				inForce: inForce && summary(inForce),
				mine:
					own === undefined
						? null
						: {
								signed: signed === undefined ? null : whole(signed),
								signedAt: own.signedAt?.toISOString() ?? null,
								toSign: latest !== null && own.number !== latest.number,
								mayEnter: mayEnter(versions, own.number, now),
							},
				mayEdit: can(found.who, 'charter.publish', found.subject),
				signatures: members
					.flatMap(({ accountId: id, name, versionId, number, signedAt }) =>
						versionId === null || number === null || signedAt === null
							? []
							: [{ accountId: id, name, versionId, number, signedAt: signedAt.toISOString() }],
					)
					.sort((a, b) => b.number - a.number || a.signedAt.localeCompare(b.signedAt)),
				waiting: members
					.filter(({ number }) => latest !== null && number !== latest.number)
					.map(({ accountId: id, name }) => ({ accountId: id, name }))
					.sort((a, b) => a.name.localeCompare(b.name)),
				versions: versions.map(summary),
			};
		},

		async readVersion(accountId, groupId, versionId) {
			const found = await access(accountId, groupId);
			if (found instanceof Refusal) return found;
			const versions = await versionsOf(db, [groupId]);
			const index = versions.findIndex(({ id }) => id === versionId);
			const version = versions[index];
			const before = versions[index + 1];
			if (version === undefined) return notFound;
			return { version: whole(version), before: before === undefined ? null : whole(before) };
		},

		async publish(accountId, groupId, { sections, change, basedOn }) {
			const found = await access(accountId, groupId);
			if (found instanceof Refusal) return found;
			if (!can(found.who, 'charter.publish', found.subject)) return notAllowed;
			const twice = sections.findIndex(
				({ key }, index) => sections.findIndex((other) => other.key === key) < index,
			);
			if (twice !== -1) return invalid(`sections.${twice}.key`, 'not-offered');
			const now = clock.now();
			const ahead = await sessions.between([groupId], now, new Date(now.getTime() + AHEAD_MS));
			const sessionStarts = ahead.filter(({ state }) => state === 'planned').map(({ startsAt }) => startsAt);
			const published = await db.transaction().execute(async (trx) => {
				await lockCharter(trx, groupId);
				const number = (await versionsOf(trx, [groupId]))[0]?.number ?? 0;
				if (number !== basedOn) return conflict('changed-meanwhile');
				if (number > 0 && change === undefined) return invalid('change', 'required');
				const clean = sections.map(({ key, title, text }) => ({
					key,
					title: title.trim(),
					text: text.trim(),
				}));
				const version = {
					id: newId(),
					groupId,
					number: number + 1,
					sections: clean,
					change: number === 0 ? null : (change?.trim() ?? null),
					digest: digestOf(clean),
					publishedBy: accountId,
					publishedAt: now,
					inForceFrom: inForceFrom(now, { isFirst: number === 0, sessionStarts }),
				};
				await insertVersion(trx, version);
				const members = await signersOf(trx, { groupId });
				await tell(
					trx,
					members.map(({ accountId: to }) => ({
						kind: 'charter-to-sign' as const,
						to,
						groupId,
						subjectId: version.id,
					})),
					now,
				);
				return version;
			});
			if (published instanceof Refusal) return published;
			// At once in force: whoever is in a case without having signed is so no more.
			if (published.inForceFrom <= now) events.emit('access-changed', { groupId });
			const stored = (await versionsOf(db, [groupId])).find(({ id }) => id === published.id);
			return stored === undefined ? notFound : whole(stored);
		},

		async sign(accountId, groupId, versionId) {
			const found = await access(accountId, groupId);
			if (found instanceof Refusal) return found;
			if (!can(found.who, 'charter.sign', groupId)) return notAllowed;
			const at = clock.now();
			const signed = await db.transaction().execute(async (trx) => {
				// Nothing is published, and nobody leaves, while a name is put under a text.
				await lockCharter(trx, groupId);
				const versions = await versionsOf(trx, [groupId]);
				const version = versions.find(({ id }) => id === versionId);
				if (version === undefined) return notFound;
				if (version !== versions[0]) return conflict('charter-replaced');
				const find = async () =>
					(await signersOf(trx, { groupId, accountId })).find((one) => one.accountId === accountId);
				const member = await find();
				if (member === undefined) return notFound;
				await insertSignature(trx, { versionId, memberId: member.memberId, digest: version.digest, at });
				const after = await find();
				return {
					accountId,
					name: member.name,
					versionId,
					number: version.number,
					signedAt: (after?.signedAt ?? at).toISOString(),
				};
			});
			if (!(signed instanceof Refusal)) events.emit('access-changed', { groupId, accountId });
			return signed;
		},

		async toSign(accountId) {
			const mine = await signersOf(db, { accountId });
			const ids = mine.map(({ groupId }) => groupId);
			const [versions, names] = await Promise.all([versionsOf(db, ids), groupNames(db, ids)]);
			const now = clock.now();
			return mine.flatMap(({ groupId, number }) => {
				const own = versions.filter((version) => version.groupId === groupId);
				const latest = own[0];
				if (latest === undefined || latest.number === number) return [];
				return {
					group: { id: groupId, name: names.get(groupId) ?? '' },
					number: latest.number,
					inForceFrom: latest.inForceFrom.toISOString(),
					closed: !mayEnter(own, number, now),
				};
			});
		},
	};
}

function summary(row: VersionRow): CharterVersionSummary {
	return {
		id: row.id,
		number: row.number,
		change: row.change,
		publishedBy: row.publishedBy,
		publishedAt: row.publishedAt.toISOString(),
		inForceFrom: row.inForceFrom.toISOString(),
		digest: row.digest,
	};
}

function whole(row: VersionRow): CharterVersion {
	return { ...summary(row), sections: [...row.sections] };
}
