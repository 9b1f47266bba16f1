import type { Static } from 'typebox';
import { oneOf } from './values.ts';

/**
 * `waiting` for a moderator, who accepts or refuses. Accepted into a full group: on the
 * `waiting-list`, then `offered` a place, which is taken (`accepted`), `declined` or `lapsed`.
 * `closed`: the group came to an end before an answer.
 */
const joinRequestStates = [
	'waiting',
	'waiting-list',
	'offered',
	'accepted',
	'refused',
	'withdrawn',
	'declined',
	'lapsed',
	'closed',
] as const;
export const JoinRequestState = oneOf(joinRequestStates);
export type JoinRequestState = Static<typeof JoinRequestState>;
