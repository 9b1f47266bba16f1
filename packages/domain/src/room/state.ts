/**
 * A room as the server holds it: where a session of a group is in its method. Instants are milliseconds
 * of the server's clock. The method is a copy: what a group changes in it later does not change what ran.
 */
import type { Method, RoomRole } from '@entrepairs/methods/method';

/**
 * A stage of the session. `key` names it once and for all in this room, for what hangs on it:
 * `<round>.<stage id>`, or `<round>.<stage id>.<inner stage id>` where it comes from a choice.
 */
export interface PlannedStage {
	readonly key: string;
	/** From 0. Above 0 only where everybody presents in turn. */
	readonly round: number;
	/** Where the method has it: `stages[stage]`, and in that `choice[sub].stages[inner]`. */
	readonly path: { readonly stage: number; readonly sub: number | null; readonly inner: number | null };
	/** Null without a clock. */
	readonly seconds: number | null;
}

/**
 * The clock of the stage under way. Time that passed = (pausedAt ?? now) - startedAt - pausedMs; time that
 * is left = seconds + extraSeconds - that. It may be negative: nothing happens by itself.
 */
export interface Clock {
	readonly startedAt: number;
	readonly seconds: number;
	readonly extraSeconds: number;
	readonly pausedAt: number | null;
	readonly pausedMs: number;
}

export interface RoleHeld {
	readonly role: RoomRole;
	readonly accountId: string;
}

export interface Speaking {
	/** Who has the word. */
	readonly by: string | null;
	readonly since: number | null;
	/** Raised hands, the first first. */
	readonly hands: readonly string[];
	/** Who is still to speak in the round under way, in order; null: no round. */
	readonly round: readonly string[] | null;
}

/** How long somebody had the word in a stage, counted from the word that was given, never from a microphone. */
export interface Spoken {
	readonly accountId: string;
	readonly stage: string;
	readonly ms: number;
}

/** What was done, by whom, in order: attributed, without content. */
export interface Passage {
	readonly at: number;
	/** Null: by the room itself (somebody dropped out), or by who is not to be named. */
	readonly by: string | null;
	readonly what:
		| 'opened'
		| 'method-chosen'
		| 'case-chosen'
		| 'role-taken'
		| 'role-left'
		| 'started'
		| 'next'
		| 'back'
		| 'paused'
		| 'resumed'
		| 'extended'
		| 'chose'
		| 'revealed'
		| 'handed-over'
		| 'stood-in'
		| 'came-back'
		| 'closing'
		| 'ended';
	/** The key of the stage that it led to, or concerned. */
	readonly stage: string | null;
}

export interface Room {
	readonly mode: 'live' | 'over-days';
	readonly phase: 'lobby' | 'stages' | 'closing' | 'ended';
	readonly method: {
		/** One of the library, or a group's own. */
		readonly id: string;
		readonly version: number;
		readonly minutes: number;
		/** Somebody asked for so many; otherwise they are the method's, for as many as present. */
		readonly hasOwnLength?: boolean;
		readonly hasClock: boolean;
		readonly definition: Method;
	} | null;
	/** The situation that is worked on. */
	readonly caseId: string | null;
	readonly roles: readonly RoleHeld[];
	/** Who presents in which round; one, or everybody in turn. */
	readonly presenters: readonly string[];
	/** Which sub-method was chosen in which stage, by its key. */
	readonly choices: Readonly<Record<string, string>>;
	/** All stages as they stand now: a choice adds its own. Empty in the lobby. */
	readonly plan: readonly PlannedStage[];
	/** The stage under way, an index in `plan`. */
	readonly at: number;
	/** Live, with a clock, in a stage; null otherwise. */
	readonly clock: Clock | null;
	/** Over days: until when the stage is open. It closes when the facilitator closes it. */
	readonly deadline: number | null;
	/** Somebody said that a person may be in danger: the frame rests. Nobody is told who. */
	readonly inDanger: boolean;
	/**
	 * Who holds the frame now, and to whom it goes back where they stand in. Null: nobody does, and whoever
	 * takes it has it.
	 */
	readonly frame: { readonly heldBy: string | null; readonly backTo: string | null };
	readonly speaking: Speaking;
	readonly spoken: readonly Spoken[];
	/** A word on arriving. */
	readonly checkIns: readonly { readonly accountId: string; readonly word: string }[];
	/** Stages in which something is gathered: whether it was shown. */
	readonly revealed: readonly string[];
	/** Closing: what each takes away, and how it was for them, 1 (hard) to 4 (it helped a lot). */
	readonly takeAways: readonly { readonly accountId: string; readonly words: string }[];
	readonly evaluations: readonly { readonly accountId: string; readonly value: 1 | 2 | 3 | 4 }[];
	/** Whether the times of speaking are kept with the minutes: only if nobody who said something refuses. */
	readonly keepTimes: readonly { readonly accountId: string; readonly agrees: boolean }[];
	readonly passages: readonly Passage[];
	/** The last presses of each person that were done (presses.ts); nobody is shown them. */
	readonly presses?: Readonly<Record<string, readonly string[]>>;
}
