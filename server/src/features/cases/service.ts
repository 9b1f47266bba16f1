import type { Case, CaseSummary, NewCase } from '@entrepairs/contract/cases';
import { mayOpenCase } from '@entrepairs/domain/schedule/case-window';
import { formatSessionId, parseSessionId } from '@entrepairs/domain/schedule/session-id';
import { caseTemplate } from '@entrepairs/methods/case-templates';
import type { DocumentAccess } from '../../collab/connection.ts';
import { createDocument, documentKeys } from '../../collab/new-document.ts';
import type { Clock } from '../../platform/clock.ts';
import { type DataKey, type Keyring, seal, unseal } from '../../platform/crypto.ts';
import type { Db } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { conflict, notAllowed, notFound, Refusal } from '../../platform/refusal.ts';
import { can } from '../../policy/policy.ts';
import { standingOf } from '../../policy/standing.ts';
import type { SessionsService } from '../sessions/service.ts';
import { newCaseText } from './new-text.ts';
import {
	type CaseRow,
	casesOfGroups,
	casesOfSessions,
	findCase,
	insertCase,
	placeInCase,
	replaceTitle,
} from './store.ts';

export interface CasesService {
	/** Opens an empty case in a session of one's group, until a day after the session's end. */
	open(accountId: string, sessionId: string, input: NewCase): Promise<Case | Refusal>;
	mine(accountId: string): Promise<CaseSummary[]>;
	read(accountId: string, caseId: string): Promise<Case | Refusal>;
	/** A title may name somebody too. */
	rename(accountId: string, caseId: string, title: string): Promise<Case | Refusal>;
	/** What someone may do in the text of a case now, and as whom they appear there. */
	accessOf(accountId: string, caseId: string): Promise<DocumentAccess | null>;
	/** Cases by session id; asks no rights. */
	inSessions(sessionIds: readonly string[]): Promise<ReadonlyMap<string, readonly CaseSummary[]>>;
}

/** What a title is sealed as. */
export const titleContext = (id: string) => `case-title:${id}`;

export function createCasesService(deps: {
	readonly db: Db;
	readonly clock: Clock;
	readonly keyring: Keyring;
	readonly sessions: Pick<SessionsService, 'find'>;
}): CasesService {
	const { db, clock, keyring, sessions } = deps;

	async function summaries(rows: readonly CaseRow[]): Promise<CaseSummary[]> {
		const keys = await documentKeys(
			db,
			keyring,
			rows.map(({ id }) => id),
		);
		return rows.map((row) => summary(row, keys.get(row.id)));
	}

	async function read(accountId: string, caseId: string): Promise<Case | Refusal> {
		const [standing, row] = await Promise.all([standingOf(db, accountId), findCase(db, caseId)]);
		if (row === undefined || !can(standing, 'case.read', row.groupId)) return notFound;
		const [found] = await summaries([row]);
		if (found === undefined) return notFound;
		return { ...found, access: can(standing, 'case.write', row.groupId) ? 'write' : 'read' };
	}

	return {
		read,

		async open(accountId, sessionId, input) {
			const [standing, session] = await Promise.all([standingOf(db, accountId), sessions.find(sessionId)]);
			if (session === null || !can(standing, 'case.open', session.group.id)) return notFound;
			const openedAt = clock.now();
			if (!mayOpenCase(session, openedAt)) return conflict('session-ended');
			const id = newId();
			await db.transaction().execute(async (trx) => {
				const key = await createDocument(trx, {
					keyring,
					id,
					now: openedAt,
					initialState: newCaseText(input.template),
				});
				await insertCase(trx, {
					id,
					groupId: session.group.id,
					seriesId: session.seriesId,
					day: session.day,
					template: input.template,
					sealedTitle: seal(key, Buffer.from(input.title.trim()), titleContext(id)),
					openedBy: accountId,
					openedAt,
				});
			});
			return read(accountId, id);
		},

		async rename(accountId, caseId, title) {
			const known = await read(accountId, caseId);
			if (known instanceof Refusal) return known;
			if (known.access !== 'write') return notAllowed;
			await db.transaction().execute(async (trx) => {
				// Under the lock of an erasure: a title must be sealed with the key that stays.
				await trx.selectFrom('documents').where('id', '=', caseId).select('id').forUpdate().execute();
				const key = (await documentKeys(trx, keyring, [caseId])).get(caseId);
				if (key === undefined) return;
				await replaceTitle(trx, caseId, () => seal(key, Buffer.from(title.trim()), titleContext(caseId)));
			});
			return read(accountId, caseId);
		},

		async mine(accountId) {
			const { groups } = await standingOf(db, accountId);
			return summaries(await casesOfGroups(db, [...groups.keys()]));
		},

		async accessOf(accountId, caseId) {
			const [standing, place] = await Promise.all([
				standingOf(db, accountId),
				placeInCase(db, caseId, accountId),
			]);
			if (place === undefined || !can(standing, 'case.read', place.groupId)) return null;
			return {
				groupId: place.groupId,
				sections: can(standing, 'case.write', place.groupId) ? sectionsOf(place.template) : [],
				person: { id: accountId, name: place.name, colour: place.colour },
			};
		},

		async inSessions(sessionIds) {
			const names = sessionIds.map(parseSessionId).filter((name) => name !== null);
			const bySession = new Map<string, CaseSummary[]>();
			for (const one of await summaries(await casesOfSessions(db, names))) {
				bySession.set(one.sessionId, [...(bySession.get(one.sessionId) ?? []), one]);
			}
			return bySession;
		},
	};
}

/** The names of a case's sections. */
export function sectionsOf(template: CaseRow['template']): string[] {
	return caseTemplate(template).sections.map(({ key }) => key);
}

function summary(row: CaseRow, key: DataKey | undefined): CaseSummary {
	if (key === undefined) throw new Error('a case without a document');
	return {
		id: row.id,
		title: Buffer.from(unseal(key, row.sealedTitle, titleContext(row.id))).toString('utf8'),
		template: row.template,
		sessionId: formatSessionId({ seriesId: row.seriesId, day: row.day }),
		group: { id: row.groupId, name: row.groupName },
		openedBy: row.openedBy ?? '—',
		openedAt: row.openedAt.toISOString(),
	};
}
