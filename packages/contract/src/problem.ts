/**
 * Refusals, as RFC 9457 problem details. The server never sends sentences: it sends codes, and the
 * screen says them in the person's language, next to the field they are about.
 */
import { type Static, Type } from 'typebox';

export const problemCodes = [
	'invalid-input',
	'malformed-body',
	'body-too-large',
	'unsupported-media-type',
	'signed-out',
	'wrong-credentials',
	'foreign-origin',
	'not-allowed',
	'not-found',
	'conflict',
	'too-many-requests',
	'unavailable',
	'internal',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** What is wrong with one field. `params` carries the numbers the sentence needs. */
export const fieldErrorCodes = [
	'required',
	'too-short',
	'too-long',
	'blank',
	'wrong-format',
	'not-offered',
	'unknown-field',
	'unknown-time-zone',
	'email-taken',
	'in-the-past',
	'in-a-pause',
	'https-only',
	'before-start',
	'before-previous',
	'no-session-then',
	'does-not-match',
	'places-taken',
	'too-small',
	'too-large',
	'wrong-type',
	'given-twice',
	'not-in-method',
	'presenter-silent',
	'presenter-never-speaks',
] as const;
export type FieldErrorCode = (typeof fieldErrorCodes)[number];

export const FieldError = Type.Object({
	field: Type.String({ description: 'Path of the field, dots between levels; empty for the whole body.' }),
	code: Type.Union(fieldErrorCodes.map((code) => Type.Literal(code))),
	limit: Type.Optional(Type.Number()),
});
export interface FieldError {
	readonly field: string;
	readonly code: FieldErrorCode;
	readonly limit?: number;
}

/** Why a request that was understood cannot be done now. */
export const conflictReasons = [
	'already-member',
	'already-requested',
	'already-decided',
	'group-ended',
	'on-invitation',
	'no-offer',
	'too-many-invitations',
	'last-facilitator',
	'session-ended',
	'session-begun',
	'session-cancelled',
	'changed-meanwhile',
	'too-many-versions',
	'section-closed',
	'findings-untreated',
	'not-in-second-reading',
	'charter-unsigned',
	'charter-replaced',
	'already-asked',
	'poll-over',
	'poll-planned',
	'poll-answered',
	'session-over',
	'session-not-held',
	'role-not-free',
	'role-not-yours',
	'offer-closed',
	'pitch-settled',
	'too-many-pitches',
	'feed-exists',
	'minutes-adopted',
	'minutes-not-adopted',
	'room-not-open',
	'room-not-now',
	'room-no-method',
	'room-no-presenter',
	'room-not-here',
	'room-too-few-people',
	'room-role-missing',
	'room-role-taken',
	'room-nothing-chosen',
	'contributions-revealed',
	'contributions-full',
	'too-many-methods',
] as const;
export type ConflictReason = (typeof conflictReasons)[number];

export const Problem = Type.Object({
	type: Type.String(),
	title: Type.String(),
	status: Type.Integer(),
	code: Type.Union(problemCodes.map((code) => Type.Literal(code))),
	reason: Type.Optional(Type.Union(conflictReasons.map((reason) => Type.Literal(reason)))),
	errors: Type.Optional(Type.Array(FieldError)),
	retryAfterSeconds: Type.Optional(Type.Integer()),
});
export type Problem = Omit<Static<typeof Problem>, 'errors' | 'code' | 'reason'> & {
	readonly code: ProblemCode;
	readonly reason?: ConflictReason;
	readonly errors?: readonly FieldError[];
};
