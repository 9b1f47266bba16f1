/** The roles that turn in a group, in the order in which they are given out. */
export const roles = ['presenter', 'facilitator', 'timekeeper', 'scribe', 'observer'] as const;
export type Role = (typeof roles)[number];

/** Why somebody is proposed for a role; the screen says it in words. */
export type TurnReason =
	/** They missed their turn in an earlier round, and are back. */
	| 'missed-a-turn'
	/** They have a case in the queue. */
	| 'has-a-case'
	/** They have never had the role. */
	| 'never-had-it'
	/** Nobody there has waited longer. */
	| 'waited-longest'
	/** Whoever comes first in the round has another role that day. */
	| 'is-free'
	/** There are fewer people than roles. */
	| 'too-few-people';
