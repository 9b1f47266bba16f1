import { type Static, Type } from 'typebox';
import { endpoint } from './endpoint.ts';
import { Id, Instant, nullable, SessionId } from './values.ts';

const Answer = Type.String({ maxLength: 20_000 });

/** Borton's three questions (1970): What? So what? Now what? Any may stay empty. */
export const Answers = Type.Object(
	{ what: Answer, soWhat: Answer, nowWhat: Answer },
	{ additionalProperties: false },
);
export type Answers = Static<typeof Answers>;

/** A private note. Only its author can reach it, by any path. */
export const JournalEntry = Type.Object({
	id: Id,
	/** The session it looks back on, if any, and the name its group had when the note was written. */
	sessionId: nullable(SessionId),
	groupName: nullable(Type.String()),
	sessionStartsAt: nullable(Instant),
	answers: Answers,
	createdAt: Instant,
	updatedAt: Instant,
});
export type JournalEntry = Static<typeof JournalEntry>;

export const NewJournalEntry = Type.Object(
	{ sessionId: nullable(SessionId), answers: Answers },
	{ additionalProperties: false },
);
export type NewJournalEntry = Static<typeof NewJournalEntry>;

/** `basedOn` is the `updatedAt` that was read: a note changed meanwhile elsewhere is not overwritten. */
export const JournalEntryChange = Type.Object(
	{ answers: Answers, basedOn: Instant },
	{ additionalProperties: false },
);
export type JournalEntryChange = Static<typeof JournalEntryChange>;

const tag = 'journal';
const EntryParams = Type.Object({ entryId: Id });

export const listEntries = endpoint({
	method: 'GET',
	path: '/api/journal',
	tag,
	summary: 'My reflective notes, newest first',
	status: 200,
	access: 'signed-in',
	response: Type.Object({ entries: Type.Array(JournalEntry) }),
});

export const writeEntry = endpoint({
	method: 'POST',
	path: '/api/journal',
	tag,
	summary: 'Write a reflective note',
	status: 201,
	access: 'signed-in',
	body: NewJournalEntry,
	response: JournalEntry,
});

export const readEntry = endpoint({
	method: 'GET',
	path: '/api/journal/:entryId',
	tag,
	summary: 'One of my reflective notes',
	status: 200,
	access: 'signed-in',
	params: EntryParams,
	response: JournalEntry,
});

export const changeEntry = endpoint({
	method: 'PUT',
	path: '/api/journal/:entryId',
	tag,
	summary: 'Change one of my reflective notes',
	status: 200,
	access: 'signed-in',
	params: EntryParams,
	body: JournalEntryChange,
	response: JournalEntry,
});

export const eraseEntry = endpoint({
	method: 'DELETE',
	path: '/api/journal/:entryId',
	tag,
	summary: 'Erase one of my reflective notes for good',
	status: 204,
	access: 'signed-in',
	params: EntryParams,
});
