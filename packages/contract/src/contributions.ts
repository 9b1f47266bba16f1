/**
 * What is gathered in a stage of a room, to be shown together, from nobody in particular.
 *
 * Every window of somebody who may contribute sends one `contribute` frame at each beat (`welcome` says how
 * long one lasts), whether it holds something or not. The server answers all frames of a beat when it is
 * over: `contributed`, without a problem where the frame was empty or what it says is kept. Until then,
 * what was written stays where it was written.
 *
 * Both have one length, so that whoever sees frames go by sees nothing else: they are filled with spaces,
 * which mean nothing in JSON.
 */
import { type Static, Type } from 'typebox';
import { Review } from './review.ts';
import { text } from './values.ts';

export const CONTRIBUTION_CHARACTERS = 600;

/** Random, and known to the author's device alone: with it one's own words can be changed or taken back. */
const Token = Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' });
const strict = { additionalProperties: false } as const;

export const Said = Type.Union([
	Type.Object(
		{ do: Type.Literal('put'), token: Token, text: text(CONTRIBUTION_CHARACTERS), review: Review },
		strict,
	),
	Type.Object({ do: Type.Literal('withdraw'), token: Token }, strict),
]);
export type Said = Static<typeof Said>;

/** With fewer than so many people who may contribute, it is plain who wrote. */
export const LEAST_TO_BE_UNKNOWN = 3;

/** How long a frame with a contribution is, and its answer, in bytes. */
export const CONTRIBUTE_BYTES = 8_192;
export const CONTRIBUTED_BYTES = 1_024;

/** A text with spaces after it, of so many bytes in UTF-8; null where it is longer. */
export function filled(words: string, bytes: number): string | null {
	const { length } = new TextEncoder().encode(words);
	return length > bytes ? null : words + ' '.repeat(bytes - length);
}
