import type { Case, CaseSummary, CaseText } from '@entrepairs/contract/cases';
import type { Review } from '@entrepairs/contract/review';
import { formatSessionId, parseSessionId } from '@entrepairs/domain/schedule/session-id';
import type { DocumentAccess } from '../../collab/connection.ts';
import { documentKeys } from '../../collab/new-document.ts';
import type { Clock } from '../../platform/clock.ts';
import { type DataKey, type Keyring, seal, unseal } from '../../platform/crypto.ts';
import type { Db } from '../../platform/database.ts';
import { charterUnsigned, notAllowed, notFound, type Refusal } from '../../platform/refusal.ts';
import { can, type OfCase } from '../../policy/policy.ts';
import { type Standing, standingOf } from '../../policy/standing.ts';
import type { SessionCarrier } from '../sessions/carriers.ts';
import type { Detector } from './detector.ts';
import { whyNotShared } from './gate.ts';
import { placeOf, sectionsOf, titleContext } from './place.ts';
import {
	authorsInCase,
	type CaseRow,
	carryCases,
	casesOfGroups,
	casesOfSessions,
	findCase,
	replaceTitle,
} from './store.ts';
import { countAbsent, insertReview } from './store-sharing.ts';

export interface CasesService {
	mine(accountId: string): Promise<CaseSummary[]>;
	read(accountId: string, caseId: string): Promise<Case | Refusal>;
	/** A title may name somebody too: it passes the same gate as a text. */
	rename(
		accountId: string,
		caseId: string,
		input: { readonly title: string; readonly review: Review },
	): Promise<Case | Refusal>;
	/** Who wrote as which Yjs client. */
	authors(accountId: string, caseId: string): Promise<Pick<CaseText, 'authors'> | Refusal>;
	/** What someone may do in the text of a case now, and as whom they appear there. */
	accessOf(accountId: string, caseId: string): Promise<DocumentAccess | null>;
	/** The cases that someone may know of, by session id. */
	inSessions(
		who: Standing,
		sessionIds: readonly string[],
	): Promise<ReadonlyMap<string, readonly CaseSummary[]>>;
	/** Of the cases of a session, those that the group may work on and that someone may know of. */
	openIn(accountId: string, sessionId: string): Promise<string[]>;
	/** The names of a case's sections; null where there is none. Asks no rights. */
	sectionsOf(caseId: string): Promise<readonly string[] | null>;
	/** Cases of sessions that are no more go to the sessions that take their place. */
	carry: SessionCarrier['carry'];
}

/**
 * Of the sections of a case, those in which a room that works on it lets somebody write now; null where no
 * room says anything.
 */
export type WritableNow = (
	caseId: string,
	accountId: string,
	sections: readonly string[],
) => Promise<readonly string[] | null>;

export function createCasesService(deps: {
	readonly db: Db;
	readonly clock: Clock;
	readonly keyring: Keyring;
	readonly detector: Pick<Detector, 'kindsIn'>;
	readonly writableNow: WritableNow;
}): CasesService {
	const { db, clock, keyring, detector } = deps;

	/** Of these, the ones that someone may know of. */
	async function summaries(who: Standing, rows: readonly CaseRow[]): Promise<CaseSummary[]> {
		const known = rows.filter(({ subject }) => can(who, 'case.read', subject));
		const keys = await documentKeys(
			db,
			keyring,
			known.map(({ id }) => id),
		);
		return known.map((row) => summary(row, keys.get(row.id), who));
	}

	async function read(accountId: string, caseId: string): Promise<Case | Refusal> {
		const [who, row, absent] = await Promise.all([
			standingOf(db, accountId, clock.now()),
			findCase(db, caseId),
			countAbsent(db, caseId),
		]);
		if (row === undefined) return notFound;
		const [found] = await summaries(who, [row]);
		if (found === undefined) return mayOnceSigned(who, row) ? charterUnsigned : notFound;
		const { secondReaderId } = row.subject;
		return {
			...found,
			access: can(who, 'case.write', row.subject) ? 'write' : 'read',
			secondReader:
				secondReaderId === null || row.secondReader === null
					? null
					: { accountId: secondReaderId, name: row.secondReader },
			absent,
		};
	}

	return {
		read,
		carry: carryCases,

		async rename(accountId, caseId, { title: given, review }) {
			const place = await placeOf(deps, accountId, caseId);
			if (place === null) return notFound;
			if (!place.may('case.write')) return notAllowed;
			const title = given.trim();
			const why = await whyNotShared(detector, title, review);
			if (why !== null) return why;
			await db.transaction().execute(async (trx) => {
				// Under the lock of an erasure: a title must be sealed with the key that stays.
				await trx.selectFrom('documents').where('id', '=', caseId).select('id').forUpdate().execute();
				const key = (await documentKeys(trx, keyring, [caseId])).get(caseId);
				if (key === undefined) return;
				await replaceTitle(trx, caseId, () => seal(key, Buffer.from(title), titleContext(caseId)));
				await insertReview(trx, { caseId, occasion: 'title', by: accountId, at: clock.now(), review });
			});
			return read(accountId, caseId);
		},

		async authors(accountId, caseId) {
			if ((await placeOf(deps, accountId, caseId)) === null) return notFound;
			return { authors: await authorsInCase(db, caseId) };
		},

		async mine(accountId) {
			const who = await standingOf(db, accountId, clock.now());
			return summaries(who, await casesOfGroups(db, [...who.groups.keys()]));
		},

		async accessOf(accountId, caseId) {
			const place = await placeOf(deps, accountId, caseId);
			if (place === null) return null;
			const sections = place.may('case.write') ? sectionsOf(place.template) : [];
			return {
				groupId: place.subject.groupId,
				sections: (await deps.writableNow(caseId, accountId, sections)) ?? sections,
				person: { id: accountId, name: place.name, colour: place.colour },
			};
		},

		async openIn(accountId, sessionId) {
			const who = await standingOf(db, accountId, clock.now());
			const name = parseSessionId(sessionId);
			const rows = name === null ? [] : await casesOfSessions(db, [name]);
			return rows
				.filter(({ subject }) => subject.isOpen && can(who, 'case.read', subject))
				.map(({ id }) => id);
		},

		async sectionsOf(caseId) {
			const row = await findCase(db, caseId);
			return row === undefined ? null : sectionsOf(row.template);
		},

		async inSessions(who, sessionIds) {
			const names = sessionIds.map(parseSessionId).filter((name) => name !== null);
			const bySession = new Map<string, CaseSummary[]>();
			for (const one of await summaries(who, await casesOfSessions(db, names))) {
				bySession.set(one.sessionId, [...(bySession.get(one.sessionId) ?? []), one]);
			}
			return bySession;
		},
	};
}

function summary(row: CaseRow, key: DataKey | undefined, who: Standing): CaseSummary {
	if (key === undefined) throw new Error('a case without a document');
	return {
		id: row.id,
		title: Buffer.from(unseal(key, row.sealedTitle, titleContext(row.id))).toString('utf8'),
		template: row.template,
		sessionId: formatSessionId({ seriesId: row.seriesId, day: row.day }),
		group: { id: row.groupId, name: row.groupName },
		openedBy: row.openedBy ?? '—',
		openedAt: row.openedAt.toISOString(),
		state: row.subject.isOpen ? 'open' : 'in-second-reading',
		part: partOf(row.subject, who),
	};
}

/** Whether nothing keeps someone from a case but the charter that they have not signed. */
function mayOnceSigned(who: Standing, { subject }: CaseRow): boolean {
	return can({ ...who, unsigned: new Set() }, 'case.read', subject);
}

function partOf({ authorId, secondReaderId }: OfCase, { accountId }: Standing): CaseSummary['part'] {
	if (authorId === accountId) return 'author';
	return secondReaderId === accountId ? 'second-reader' : 'member';
}
