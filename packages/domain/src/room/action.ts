import type { Method, RoomRole } from '@entrepairs/methods/method';
import type { Passage, Room } from './state.ts';

/** What somebody does in a room; the contract's actions, with the method that was chosen in full. */
export type Action =
	| { readonly do: 'check-in'; readonly word: string | null }
	| {
			readonly do: 'choose-method';
			readonly method: string;
			readonly version: number;
			readonly definition: Method;
			readonly minutes: number | null;
			readonly hasClock: boolean;
			readonly mode: Room['mode'];
	  }
	| { readonly do: 'choose-case'; readonly caseId: string | null }
	| { readonly do: 'take-role'; readonly role: RoomRole; readonly accountId: string }
	| { readonly do: 'leave-role'; readonly role: RoomRole; readonly accountId: string }
	| { readonly do: 'start' }
	| { readonly do: 'next'; readonly stage: string }
	| { readonly do: 'back'; readonly stage: string }
	| { readonly do: 'pause' }
	| { readonly do: 'resume' }
	| { readonly do: 'extend'; readonly stage: string; readonly seconds: number }
	| { readonly do: 'choose-way'; readonly stage: string; readonly way: string }
	| { readonly do: 'reveal'; readonly stage: string }
	| { readonly do: 'hand-over'; readonly to: string }
	| { readonly do: 'take-frame' }
	| { readonly do: 'raise-hand' }
	| { readonly do: 'lower-hand'; readonly accountId: string }
	| { readonly do: 'give-word'; readonly to: string | null }
	| { readonly do: 'start-round' }
	| { readonly do: 'pass-word' }
	| { readonly do: 'danger' }
	| { readonly do: 'return' }
	| { readonly do: 'take-away'; readonly words: string | null }
	| { readonly do: 'evaluate'; readonly value: number }
	| { readonly do: 'keep-times'; readonly agrees: boolean }
	| { readonly do: 'end' };

/** Of these actions, the one that is called so. */
export type Of<D extends Action['do']> = Action extends infer One
	? One extends { readonly do: D }
		? One
		: never
	: never;

/** Who does it, when, and who is there. */
export interface Acting {
	readonly by: string;
	/** Milliseconds of the server's clock. */
	readonly at: number;
	/** Account ids, in order of arrival. */
	readonly present: readonly string[];
	readonly members: readonly string[];
	/** Those of the group. */
	readonly facilitators: readonly string[];
	/** Over days: until when a stage that lasts so many days is open. */
	readonly deadlineAfter: (days: number) => number;
}

export type RoomRefusal =
	/** It is for somebody else: for who holds the frame, above all. */
	| 'not-yours'
	/** Not in this part of the session, or not while the frame rests. */
	| 'not-now'
	| 'no-method'
	| 'no-presenter'
	| 'not-here'
	| 'too-few-people'
	/** Without it, nobody could speak in one of the stages. */
	| 'role-missing'
	| 'role-taken'
	| 'not-offered'
	/** The stage asks for a choice first. */
	| 'nothing-chosen';

/** What was done stands in the room, in order. */
export function passage(room: Room, what: Passage['what'], by: string | null, at: number): Room {
	const stage = room.phase === 'stages' ? (room.plan[room.at]?.key ?? null) : null;
	return { ...room, passages: [...room.passages, { at, by, what, stage }] };
}
