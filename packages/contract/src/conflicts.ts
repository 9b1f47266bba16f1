import { type Static, Type } from 'typebox';
import { endpoint } from './endpoint.ts';
import { GroupParams } from './groups.ts';
import { Id, Instant, nullable, PersonName, text } from './values.ts';

const Names = Type.Array(text(80), { maxItems: 20 });

/** What a member states of their interests, in confidence: read back by nobody but themself. */
export const NewConflictStatement = Type.Object(
	{ employers: Names, partners: Names, territories: Names },
	{ additionalProperties: false },
);
export type NewConflictStatement = Static<typeof NewConflictStatement>;

export const ConflictStatement = Type.Object({
	employers: Type.Array(Type.String()),
	partners: Type.Array(Type.String()),
	territories: Type.Array(Type.String()),
	changedAt: Instant,
});
export type ConflictStatement = Static<typeof ConflictStatement>;

export const ConflictAnswer = Type.Union([
	Type.Literal('none'),
	Type.Literal('there-is-one'),
	Type.Literal('not-known'),
]);
export type ConflictAnswer = Static<typeof ConflictAnswer>;
export const conflictAnswers: readonly ConflictAnswer[] = ['none', 'there-is-one', 'not-known'];

const Party = Type.Object({
	accountId: Id,
	name: PersonName,
	/** Null until they have answered. */
	answer: nullable(ConflictAnswer),
	word: nullable(Type.String()),
});

/** Two members between whom there may be a conflict. What of is told to nobody. */
export const PossibleConflict = Type.Object({
	between: Type.Array(Party, { minItems: 2, maxItems: 2 }),
	/** `settled`: both have answered, and neither has changed their statement since. */
	state: Type.Union([Type.Literal('possible'), Type.Literal('asked'), Type.Literal('settled')]),
	askedAt: nullable(Instant),
});
export type PossibleConflict = Static<typeof PossibleConflict>;

/** What a facilitator asks me. */
export const ConflictQuestion = Type.Object({
	id: Id,
	group: Type.Object({ id: Id, name: Type.String() }),
	/** The other of the two. */
	other: Type.Object({ accountId: Id, name: PersonName }),
	askedAt: Instant,
	answer: nullable(ConflictAnswer),
	word: nullable(Type.String()),
});
export type ConflictQuestion = Static<typeof ConflictQuestion>;

const tag = 'conflicts';

export const readConflictStatement = endpoint({
	method: 'GET',
	path: '/api/groups/:groupId/conflict-statement',
	tag,
	summary: 'What I stated of my interests in a group',
	status: 200,
	access: 'signed-in',
	params: GroupParams,
	response: Type.Object({ statement: nullable(ConflictStatement) }),
});

export const stateConflicts = endpoint({
	method: 'PUT',
	path: '/api/groups/:groupId/conflict-statement',
	tag,
	summary: 'State my employers, partners and territories, in confidence',
	status: 200,
	access: 'signed-in',
	params: GroupParams,
	body: NewConflictStatement,
	response: ConflictStatement,
});

export const eraseConflictStatement = endpoint({
	method: 'DELETE',
	path: '/api/groups/:groupId/conflict-statement',
	tag,
	summary: 'Erase what I stated',
	status: 204,
	access: 'signed-in',
	params: GroupParams,
});

export const listPossibleConflicts = endpoint({
	method: 'GET',
	path: '/api/groups/:groupId/conflicts',
	tag,
	summary: 'Between which members there may be a conflict of interest, for facilitators; never what of',
	status: 200,
	access: 'signed-in',
	params: GroupParams,
	response: Type.Object({ conflicts: Type.Array(PossibleConflict) }),
});

export const askAboutConflict = endpoint({
	method: 'POST',
	path: '/api/groups/:groupId/conflict-questions',
	tag,
	summary: 'As facilitator: ask two members about a possible conflict between them',
	status: 201,
	access: 'signed-in',
	params: GroupParams,
	body: Type.Object(
		{ accountIds: Type.Array(Id, { minItems: 2, maxItems: 2, uniqueItems: true }) },
		{ additionalProperties: false },
	),
	response: Type.Object({ id: Id }),
});

export const listConflictQuestions = endpoint({
	method: 'GET',
	path: '/api/conflict-questions',
	tag,
	summary: 'What facilitators ask me about possible conflicts',
	status: 200,
	access: 'signed-in',
	response: Type.Object({ questions: Type.Array(ConflictQuestion) }),
});

export const answerConflictQuestion = endpoint({
	method: 'PUT',
	path: '/api/conflict-questions/:questionId/answer',
	tag,
	summary: 'Answer in confidence to the facilitators; until a statement changes, the answer can be changed',
	status: 200,
	access: 'signed-in',
	params: Type.Object({ questionId: Id }),
	body: Type.Object(
		{ answer: ConflictAnswer, word: Type.Optional(Type.String({ maxLength: 300 })) },
		{ additionalProperties: false },
	),
	response: ConflictQuestion,
});
