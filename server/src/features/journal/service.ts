import type {
	Answers,
	JournalEntry,
	JournalEntryChange,
	NewJournalEntry,
} from '@entrepairs/contract/journal';
import { formatSessionId, type SessionName } from '@entrepairs/domain/schedule/session-id';
import type { Clock } from '../../platform/clock.ts';
import { type DataKey, type Keyring, seal, unseal } from '../../platform/crypto.ts';
import type { Db, Trx } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { personKey } from '../../platform/person-keys.ts';
import { conflict, invalid, notFound, type Refusal } from '../../platform/refusal.ts';
import { can } from '../../policy/policy.ts';
import { standingOf } from '../../policy/standing.ts';
import type { SessionCarrier } from '../sessions/carriers.ts';
import type { SessionsService } from '../sessions/service.ts';
import {
	carryEntries,
	deleteEntry,
	type EntryRow,
	entriesOf,
	findEntry,
	insertEntry,
	replaceEntry,
} from './store.ts';

/** Private notes. Every function answers for their author; for anybody else a note does not exist. */
export interface JournalService {
	mine(accountId: string): Promise<JournalEntry[]>;
	read(accountId: string, entryId: string): Promise<JournalEntry | Refusal>;
	write(accountId: string, input: NewJournalEntry): Promise<JournalEntry | Refusal>;
	/** Writes one about a session inside a transaction of another feature. Asks no rights but the author's. */
	writeWithin(
		trx: Trx,
		accountId: string,
		input: {
			readonly answers: Answers;
			readonly session: SessionName & { readonly groupName: string; readonly startsAt: Date };
		},
	): Promise<JournalEntry>;
	/** Refused when the note was changed since it was read. */
	change(accountId: string, entryId: string, change: JournalEntryChange): Promise<JournalEntry | Refusal>;
	erase(accountId: string, entryId: string): Promise<undefined | Refusal>;
	/** Notes about sessions that are no more lead to the sessions that take their place. */
	carry: SessionCarrier['carry'];
}

/** What is sealed of a note. */
interface Content {
	readonly answers: Answers;
	readonly groupName: string | null;
}

export function createJournalService(deps: {
	readonly db: Db;
	readonly clock: Clock;
	readonly keyring: Keyring;
	readonly sessions: Pick<SessionsService, 'find'>;
}): JournalService {
	const { db, clock, keyring, sessions } = deps;

	const keyOf = (accountId: string, from: Db | Trx = db) => personKey(from, keyring, accountId);

	async function insert(
		into: Db | Trx,
		accountId: string,
		answers: Answers,
		session: (SessionName & { readonly groupName: string; readonly startsAt: Date }) | null,
	): Promise<JournalEntry> {
		const id = newId();
		const now = clock.now();
		const content: Content = { answers, groupName: session?.groupName ?? null };
		const row: EntryRow = {
			id,
			authorId: accountId,
			sealed: closed(await keyOf(accountId, into), id, content),
			seriesId: session?.seriesId ?? null,
			day: session?.day ?? null,
			sessionStartsAt: session?.startsAt ?? null,
			createdAt: now,
			updatedAt: now,
		};
		await insertEntry(into, row);
		return asEntry(row, content);
	}

	async function own(accountId: string, entryId: string): Promise<EntryRow | Refusal> {
		const [standing, row] = await Promise.all([standingOf(db, accountId), findEntry(db, entryId)]);
		return row !== undefined && can(standing, 'entry.read', row) ? row : notFound;
	}

	return {
		carry: carryEntries,

		async mine(accountId) {
			const [key, rows] = await Promise.all([keyOf(accountId), entriesOf(db, accountId)]);
			return rows.map((row) => asEntry(row, opened(key, row)));
		},

		async read(accountId, entryId) {
			const row = await own(accountId, entryId);
			return 'id' in row ? asEntry(row, opened(await keyOf(accountId), row)) : row;
		},

		async write(accountId, { sessionId, answers }) {
			const session = sessionId === null ? null : await sessions.find(sessionId);
			if (sessionId !== null) {
				const standing = await standingOf(db, accountId);
				if (session === null || !can(standing, 'session.read', session.group.id)) {
					return invalid('sessionId', 'not-offered');
				}
			}
			return insert(db, accountId, answers, session && { ...session, groupName: session.group.name });
		},

		writeWithin: (trx, accountId, { answers, session }) => insert(trx, accountId, answers, session),

		async change(accountId, entryId, { answers, basedOn }) {
			const row = await own(accountId, entryId);
			if (!('id' in row)) return row;
			const key = await keyOf(accountId);
			const content: Content = { ...opened(key, row), answers };
			// Strictly later, so that the next change can tell this one from the last.
			const updatedAt = new Date(Math.max(clock.now().getTime(), row.updatedAt.getTime() + 1));
			const sealed = closed(key, entryId, content);
			const replaced = await replaceEntry(db, entryId, { sealed, updatedAt, basedOn: new Date(basedOn) });
			return replaced ? asEntry({ ...row, updatedAt }, content) : conflict('changed-meanwhile');
		},

		async erase(accountId, entryId) {
			const row = await own(accountId, entryId);
			if (!('id' in row)) return row;
			await deleteEntry(db, entryId);
			return undefined;
		},
	};
}

const context = (id: string) => `journal-entry:${id}`;

function closed(key: DataKey, id: string, content: Content): Uint8Array {
	return seal(key, Buffer.from(JSON.stringify(content)), context(id));
}

function opened(key: DataKey, row: EntryRow): Content {
	return JSON.parse(Buffer.from(unseal(key, row.sealed, context(row.id))).toString('utf8')) as Content;
}

function asEntry(row: EntryRow, { answers, groupName }: Content): JournalEntry {
	const { seriesId, day } = row;
	return {
		id: row.id,
		sessionId: seriesId === null || day === null ? null : formatSessionId({ seriesId, day }),
		groupName,
		sessionStartsAt: row.sessionStartsAt?.toISOString() ?? null,
		answers,
		createdAt: row.createdAt.toISOString(),
		updatedAt: row.updatedAt.toISOString(),
	};
}
