/**
 * The minutes of a session.
 *
 *     the room ends ──▶ draft ◀──▶ adopted
 *                         │ everybody who may read writes, and says whether they are right
 *                         └ who facilitates adopts: a version is kept, and nobody writes any more,
 *                           until who facilitates reopens them
 *
 * Facts (times, roles, who was there) are sealed with the key of the document that is their text. Who left
 * the case that was worked on, or was left out of it, does not know of them.
 */
import type { AdoptedText, SessionMinutes } from '@entrepairs/contract/minutes';
import type { SessionFacts } from '@entrepairs/domain/minutes/draft';
import { parseSessionId } from '@entrepairs/domain/schedule/session-id';
import type { DocumentAccess } from '../../collab/connection.ts';
import type { CollabHost } from '../../collab/host.ts';
import { keepVersion } from '../../collab/versions.ts';
import type { Clock } from '../../platform/clock.ts';
import { type DataKey, type Keyring, unseal } from '../../platform/crypto.ts';
import type { Db, Trx } from '../../platform/database.ts';
import type { EventBus } from '../../platform/events.ts';
import { newId } from '../../platform/ids.ts';
import { conflict, invalid, notAllowed, notFound, Refusal } from '../../platform/refusal.ts';
import { transact } from '../../platform/transact.ts';
import { can, type OfMinutes } from '../../policy/policy.ts';
import { type Standing, standingOf } from '../../policy/standing.ts';
import type { CasesService } from '../cases/service.ts';
import type { SessionCarrier } from '../sessions/carriers.ts';
import type { Drafting } from './drafting.ts';
import { factsIn, heldBackContext, subjectOf } from './facts.ts';
import {
	approvalsOf,
	carryMinutes,
	deleteHeldBack,
	heldBackOf,
	holdMinutes,
	type MinutesRow,
	minutesById,
	minutesOfSession,
	peopleOf,
	placeIn,
	resealMinutes,
	setAdoption,
	setApproval,
} from './store.ts';
import { sectionNames } from './text.ts';
import { adoptedText, adoptedVersions } from './versions.ts';
import { asMinutes } from './view.ts';

type Shown = Promise<SessionMinutes | Refusal>;

export interface MinutesService {
	read(accountId: string, sessionId: string): Shown;
	/** Says that they are right, or takes it back. */
	approve(accountId: string, sessionId: string, approves: boolean): Shown;
	adopt(accountId: string, sessionId: string): Shown;
	reopen(accountId: string, sessionId: string): Shown;
	/** The text as it was adopted, and as it is now. */
	version(accountId: string, sessionId: string, versionId: string): Promise<AdoptedText | Refusal>;
	/** Destroys one's own words that were not copied. */
	forgetHeldBack(accountId: string, sessionId: string): Promise<Refusal | undefined>;
	/** Erases what was deleted, all versions, and these sections. */
	erase(accountId: string, sessionId: string, sections: readonly string[]): Promise<Refusal | undefined>;
	/** What someone may do in the text now, and as whom they appear there. */
	accessOf(accountId: string, documentId: string): Promise<DocumentAccess | null>;
	carry: SessionCarrier['carry'];
}

/** Minutes that somebody may know of. */
interface Known {
	readonly who: Standing;
	readonly row: MinutesRow;
	readonly key: DataKey;
	readonly facts: SessionFacts;
	readonly subject: OfMinutes;
}

export function createMinutesService(deps: {
	readonly db: Db;
	readonly clock: Clock;
	readonly keyring: Keyring;
	readonly events: EventBus;
	readonly versionsPerDocument: number;
	readonly cases: Pick<CasesService, 'read'>;
	readonly drafting: Pick<Drafting, 'settleSession'>;
	readonly collab: Pick<CollabHost, 'settle' | 'erase'>;
}): MinutesService {
	const { db, clock, keyring, events, cases, drafting, collab } = deps;

	function knownTo(who: Standing, row: MinutesRow): Known | null {
		const key = keyring.unwrap(row.wrappedKey);
		const facts = factsIn(key, row);
		const subject = subjectOf(row, facts);
		return can(who, 'minutes.read', subject) ? { who, row, key, facts, subject } : null;
	}

	async function known(accountId: string, sessionId: string): Promise<Known | null> {
		const name = parseSessionId(sessionId);
		if (name === null) return null;
		const who = await standingOf(db, accountId, clock.now());
		let row = await minutesOfSession(db, name);
		// Nobody has to wait for the job: a room may have ended just now.
		if (row === undefined) {
			await drafting.settleSession(name);
			row = await minutesOfSession(db, name);
		}
		return row === undefined ? null : knownTo(who, row);
	}

	async function shown({ who, row, key, facts, subject }: Known): Promise<SessionMinutes> {
		const { accountId } = who;
		const [approvals, held, opened, versions] = await Promise.all([
			approvalsOf(db, row.id),
			heldBackOf(db, row.id, accountId),
			row.caseId === null ? null : cases.read(accountId, row.caseId),
			adoptedVersions(db, keyring, row.id),
		]);
		const ids = [
			...facts.people.map((one) => one.accountId),
			...facts.roles.map((one) => one.accountId),
			...facts.presenters,
			...approvals.map((one) => one.accountId),
		];
		const lives = can(who, 'minutes.adopt', subject);
		return asMinutes({
			row,
			facts,
			approvals,
			versions,
			people: await peopleOf(db, row.groupId, [...new Set(ids)]),
			case: opened === null || opened instanceof Refusal ? null : { id: opened.id, title: opened.title },
			heldBack:
				held === undefined
					? null
					: Buffer.from(unseal(key, held, heldBackContext(row.id, accountId))).toString('utf8'),
			may: {
				write: can(who, 'minutes.write', subject),
				approve: can(who, 'minutes.approve', subject),
				adopt: lives && !subject.isAdopted,
				reopen: lives && subject.isAdopted,
				erase: can(who, 'minutes.erase', subject),
			},
		});
	}

	/** Keeps the text that was adopted, unless it is; a process may have died between adopting and keeping. */
	async function keepAdopted(id: string, at: Date, by: string | null): Promise<void> {
		const kept = await adoptedVersions(db, keyring, id);
		if (kept.some(({ adoptedAt }) => adoptedAt === at.toISOString()) || !(await collab.settle(id))) return;
		const version = { id: newId(), documentId: id, name: at.toISOString(), keptBy: by, keptAt: at };
		await keepVersion(db, keyring, version, deps.versionsPerDocument);
	}

	/** Changes minutes under their lock, and shows what came of it. */
	async function change(
		accountId: string,
		sessionId: string,
		action: 'minutes.approve' | 'minutes.adopt',
		act: (trx: Trx, row: MinutesRow, isAdopted: boolean) => Promise<Refusal | null>,
	): Promise<SessionMinutes | Refusal> {
		const found = await known(accountId, sessionId);
		if (found === null) return notFound;
		const { who, row, subject } = found;
		if (who.ended.has(row.groupId)) return conflict('group-ended');
		if (action === 'minutes.approve' && subject.isAdopted) return conflict('minutes-adopted');
		if (!can(who, action, subject)) return notAllowed;
		const refusal = await transact(db, async (trx) => {
			const held = await holdMinutes(trx, row.id);
			return held === undefined ? notFound : act(trx, row, held.adoptedAt !== null);
		});
		if (refusal !== null) return refusal;
		const after = await minutesById(db, row.id);
		const now = after === undefined ? null : knownTo(who, after);
		return now === null ? notFound : shown(now);
	}

	return {
		carry: carryMinutes,

		async read(accountId, sessionId) {
			const found = await known(accountId, sessionId);
			return found === null ? notFound : shown(found);
		},

		approve: (accountId, sessionId, approves) =>
			change(accountId, sessionId, 'minutes.approve', async (trx, { id }, isAdopted) => {
				if (isAdopted) return conflict('minutes-adopted');
				await setApproval(trx, id, accountId, approves, clock.now());
				return null;
			}),

		async adopt(accountId, sessionId) {
			const at = clock.now();
			const after = await change(accountId, sessionId, 'minutes.adopt', async (trx, { id }, isAdopted) => {
				if (isAdopted) return conflict('minutes-adopted');
				await setAdoption(trx, id, { at, by: accountId });
				return null;
			});
			if (after instanceof Refusal) return after;
			const { id, group } = after;
			// From here on nobody writes: what is kept is what was adopted.
			events.emit('access-changed', { groupId: group.id });
			await keepAdopted(id, at, accountId);
			return after;
		},

		async reopen(accountId, sessionId) {
			const before = (await known(accountId, sessionId))?.row;
			if (before?.adoptedAt) await keepAdopted(before.id, before.adoptedAt, null);
			const after = await change(accountId, sessionId, 'minutes.adopt', async (trx, { id }, isAdopted) => {
				if (!isAdopted) return conflict('minutes-not-adopted');
				await setAdoption(trx, id, null);
				return null;
			});
			if (!(after instanceof Refusal)) events.emit('access-changed', { groupId: after.group.id });
			return after;
		},

		async version(accountId, sessionId, versionId) {
			const found = await known(accountId, sessionId);
			if (found === null) return notFound;
			await collab.settle(found.row.id);
			return (await adoptedText(db, keyring, found.row.id, versionId)) ?? notFound;
		},

		async forgetHeldBack(accountId, sessionId) {
			const found = await known(accountId, sessionId);
			if (found === null) return notFound;
			await deleteHeldBack(db, found.row.id, accountId);
			return undefined;
		},

		async erase(accountId, sessionId, sections) {
			const found = await known(accountId, sessionId);
			if (found === null) return notFound;
			const { who, row, subject } = found;
			if (!can(who, 'minutes.erase', subject)) return notAllowed;
			const unknown = sections.findIndex((section) => !sectionNames.includes(section));
			if (unknown !== -1) return invalid(`sections.${unknown}`, 'not-offered');
			const isErased = await collab.erase(row.id, {
				sections,
				accountId,
				reseal: (trx, before, after) => resealMinutes(trx, row.id, before, after),
			});
			return isErased ? undefined : notFound;
		},

		async accessOf(accountId, documentId) {
			const row = await minutesById(db, documentId);
			if (row === undefined) return null;
			const found = knownTo(await standingOf(db, accountId, clock.now()), row);
			const place = await placeIn(db, row.groupId, accountId);
			if (found === null || place === undefined) return null;
			return {
				groupId: row.groupId,
				sections: can(found.who, 'minutes.write', found.subject) ? sectionNames : [],
				person: { id: accountId, ...place },
			};
		},
	};
}
