/**
 * What somebody notes for themself in a session: sealed with their own key, one a person and session.
 *
 *     nothing ──▶ written ◀──▶ changed ──▶ taken into the journal: the entry stands, the note is erased
 *                    └──▶ emptied: there is none any more
 *
 * Every function answers for its author only. To begin one takes a place in the group; what is begun is
 * theirs, also when they have left.
 */
import type { JournalEntry } from '@entrepairs/contract/journal';
import type { NoteIntoJournal, SessionNote, SessionNoteChange } from '@entrepairs/contract/notes';
import { formatSessionId, parseSessionId, type SessionName } from '@entrepairs/domain/schedule/session-id';
import type { Clock } from '../../platform/clock.ts';
import { type DataKey, type Keyring, seal, unseal } from '../../platform/crypto.ts';
import type { Db } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { personKey } from '../../platform/person-keys.ts';
import { conflict, notFound, Refusal } from '../../platform/refusal.ts';
import { transact } from '../../platform/transact.ts';
import { can } from '../../policy/policy.ts';
import { standingOf } from '../../policy/standing.ts';
import type { JournalService } from '../journal/service.ts';
import type { SessionCarrier } from '../sessions/carriers.ts';
import type { SessionsService } from '../sessions/service.ts';
import {
	deleteNote,
	findNote,
	holdCarried,
	insertNote,
	joinNotes,
	moveNote,
	type NoteRow,
	notesBy,
	replaceNote,
} from './store.ts';

export interface NotesService {
	mine(accountId: string): Promise<SessionNote[]>;
	read(accountId: string, sessionId: string): Promise<SessionNote | Refusal>;
	/** Refused when the note was changed since it was read. */
	write(accountId: string, sessionId: string, change: SessionNoteChange): Promise<SessionNote | Refusal>;
	/** The entry stands and the note is gone, or neither. */
	takeIntoJournal(
		accountId: string,
		sessionId: string,
		input: NoteIntoJournal,
	): Promise<JournalEntry | Refusal>;
	/** Notes of sessions that are no more go to the sessions that take their place. */
	carry: SessionCarrier['carry'];
}

/** What is sealed of a note. */
interface Content {
	readonly text: string;
	readonly groupName: string;
	readonly sessionStartsAt: string;
}

export function createNotesService(deps: {
	readonly db: Db;
	readonly clock: Clock;
	readonly keyring: Keyring;
	readonly sessions: Pick<SessionsService, 'find'>;
	readonly journal: Pick<JournalService, 'writeWithin'>;
}): NotesService {
	const { db, clock, keyring, sessions, journal } = deps;

	const keyOf = (accountId: string) => personKey(db, keyring, accountId);

	/** A note that is there, or an empty one for who may begin it. */
	async function found(accountId: string, sessionId: string) {
		const name = parseSessionId(sessionId);
		if (name === null) return notFound;
		const row = await findNote(db, accountId, name);
		if (row !== undefined) {
			const key = await keyOf(accountId);
			return { name, row, key, content: opened(key, row) };
		}
		const [standing, session] = await Promise.all([
			standingOf(db, accountId, clock.now()),
			sessions.find(sessionId),
		]);
		if (session === null || !can(standing, 'session.read', session.group.id)) return notFound;
		const content: Content = {
			text: '',
			groupName: session.group.name,
			sessionStartsAt: session.startsAt.toISOString(),
		};
		return { name, row: null, key: await keyOf(accountId), content };
	}

	return {
		async mine(accountId) {
			const [key, rows] = await Promise.all([keyOf(accountId), notesBy(db, accountId)]);
			return rows.map((row) => asNote(row, opened(key, row), row.updatedAt));
		},

		async read(accountId, sessionId) {
			const one = await found(accountId, sessionId);
			if (one instanceof Refusal) return one;
			return asNote(one.name, one.content, one.row?.updatedAt ?? null);
		},

		async write(accountId, sessionId, { text, basedOn }) {
			const one = await found(accountId, sessionId);
			if (one instanceof Refusal) return one;
			const { name, row, key } = one;
			const content: Content = { ...one.content, text: text.toWellFormed() };
			const isBlank = !/\S/.test(text);
			if (row === null) {
				if (basedOn !== null) return conflict('changed-meanwhile');
				if (isBlank) return asNote(name, { ...content, text: '' }, null);
				const id = newId();
				const updatedAt = clock.now();
				const note = { ...name, id, accountId, sealed: closed(key, id, content), updatedAt };
				return (await insertNote(db, note))
					? asNote(name, content, updatedAt)
					: conflict('changed-meanwhile');
			}
			if (basedOn === null) return conflict('changed-meanwhile');
			if (isBlank) {
				const isGone = await deleteNote(db, row.id, new Date(basedOn));
				return isGone ? asNote(name, { ...content, text: '' }, null) : conflict('changed-meanwhile');
			}
			// Strictly later, so that the next change can tell this one from the last.
			const updatedAt = new Date(Math.max(clock.now().getTime(), row.updatedAt.getTime() + 1));
			const sealed = closed(key, row.id, content);
			const isReplaced = await replaceNote(db, row.id, { sealed, updatedAt, basedOn: new Date(basedOn) });
			return isReplaced ? asNote(name, content, updatedAt) : conflict('changed-meanwhile');
		},

		async takeIntoJournal(accountId, sessionId, { answers, basedOn }) {
			const one = await found(accountId, sessionId);
			if (one instanceof Refusal) return one;
			const { name, row, content } = one;
			if (row === null) return conflict('changed-meanwhile');
			const { groupName, sessionStartsAt } = content;
			return transact(db, async (trx) => {
				// First the note: of two who press at once, the second finds none.
				if (!(await deleteNote(trx, row.id, new Date(basedOn)))) return conflict('changed-meanwhile');
				return journal.writeWithin(trx, accountId, {
					answers,
					session: { ...name, groupName, startsAt: new Date(sessionStartsAt) },
				});
			});
		},

		async carry(trx, pairs) {
			for (const note of await holdCarried(trx, pairs)) {
				const to = { seriesId: note.toSeries, day: note.toDay };
				const there = await findNote(trx, note.accountId, to);
				if (there === undefined) {
					await moveNote(trx, note.id, to);
					continue;
				}
				// Nothing that somebody wrote is lost: one after the other.
				const key = await personKey(trx, keyring, note.accountId);
				const before = opened(key, there);
				const text = `${before.text}\n\n${opened(key, note).text}`;
				const updatedAt = new Date(Math.max(there.updatedAt.getTime(), note.updatedAt.getTime()) + 1);
				const sealed = closed(key, there.id, { ...before, text });
				await joinNotes(trx, { id: there.id, sealed, updatedAt }, note.id);
			}
		},
	};
}

const context = (id: string) => `session-note:${id}`;

function closed(key: DataKey, id: string, content: Content): Uint8Array {
	return seal(key, Buffer.from(JSON.stringify(content)), context(id));
}

function opened(key: DataKey, row: Pick<NoteRow, 'id' | 'sealed'>): Content {
	return JSON.parse(Buffer.from(unseal(key, row.sealed, context(row.id))).toString('utf8')) as Content;
}

function asNote({ seriesId, day }: SessionName, content: Content, updatedAt: Date | null): SessionNote {
	return {
		...content,
		sessionId: formatSessionId({ seriesId, day }),
		updatedAt: updatedAt?.toISOString() ?? null,
	};
}
