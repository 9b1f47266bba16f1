import { type Static, Type } from 'typebox';
import { endpoint } from './endpoint.ts';
import { Answers, JournalEntry } from './journal.ts';
import { Instant, nullable, SessionId } from './values.ts';

export const NOTE_CHARACTERS = 20_000;

/** What somebody notes for themself in a session. Nobody else can reach it, by any path. */
export const SessionNote = Type.Object({
	sessionId: SessionId,
	/** The name its group had when the note was begun. */
	groupName: Type.String(),
	sessionStartsAt: Instant,
	text: Type.String(),
	/** Null: nothing is written. */
	updatedAt: nullable(Instant),
});
export type SessionNote = Static<typeof SessionNote>;

/** `basedOn` is the `updatedAt` that was read: a note changed elsewhere meanwhile is not overwritten. */
export const SessionNoteChange = Type.Object(
	{ text: Type.String({ maxLength: NOTE_CHARACTERS }), basedOn: nullable(Instant) },
	{ additionalProperties: false },
);
export type SessionNoteChange = Static<typeof SessionNoteChange>;

export const NoteIntoJournal = Type.Object(
	{ answers: Answers, basedOn: Instant },
	{ additionalProperties: false },
);
export type NoteIntoJournal = Static<typeof NoteIntoJournal>;

const tag = 'notes';
const Params = Type.Object({ sessionId: SessionId });

export const listNotes = endpoint({
	method: 'GET',
	path: '/api/notes',
	tag,
	summary: 'My notes of sessions that are not in my journal yet, the latest session first',
	status: 200,
	access: 'signed-in',
	response: Type.Object({ notes: Type.Array(SessionNote) }),
});

export const readNote = endpoint({
	method: 'GET',
	path: '/api/sessions/:sessionId/note',
	tag,
	summary: 'My own note of a session, empty where there is none',
	status: 200,
	access: 'signed-in',
	params: Params,
	response: SessionNote,
});

export const writeNote = endpoint({
	method: 'PUT',
	path: '/api/sessions/:sessionId/note',
	tag,
	summary: 'Write my own note of a session; without words there is none any more',
	status: 200,
	access: 'signed-in',
	params: Params,
	body: SessionNoteChange,
	response: SessionNote,
});

export const takeIntoJournal = endpoint({
	method: 'POST',
	path: '/api/sessions/:sessionId/note/journal-entry',
	tag,
	summary: 'Write an entry of my journal from my note of a session, and erase the note',
	status: 201,
	access: 'signed-in',
	params: Params,
	body: NoteIntoJournal,
	response: JournalEntry,
});
