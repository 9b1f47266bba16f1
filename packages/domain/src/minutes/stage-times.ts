/** How the time of a session went by, stage by stage, from what was done in its room. */
import { stageAt } from '../room/plan.ts';
import type { Passage, PlannedStage, Room } from '../room/state.ts';

export interface StageTime {
	readonly key: string;
	readonly round: number;
	readonly name: { readonly fr: string; readonly en: string };
	/** Null without a clock, and for a stage that is not in the plan any more. */
	readonly plannedSeconds: number | null;
	/** When it was first entered; null: it never was. */
	readonly startedAt: number | null;
	/** What it took, however often it was entered, without the pauses. */
	readonly ms: number;
	readonly pausedMs: number;
	/** The sections of the situation that were open for writing in it. */
	readonly sections: readonly string[];
}

interface Spent {
	startedAt: number;
	ms: number;
	pausedMs: number;
}

const moves: readonly Passage['what'][] = ['started', 'next', 'back'];
const ends: readonly Passage['what'][] = ['closing', 'ended'];

/** What each stage took that was entered, in the order in which they first were. */
function spentIn(passages: readonly Passage[], endedAt: number): Map<string, Spent> {
	const spent = new Map<string, Spent>();
	let here: { readonly stage: string; readonly since: number } | null = null;
	let pausedAt: number | null = null;
	let pausedMs = 0;
	const leave = (at: number) => {
		if (here === null) return;
		if (pausedAt !== null) pausedMs += Math.max(0, at - pausedAt);
		const whole = Math.max(0, at - here.since);
		const paused = Math.min(whole, pausedMs);
		const so = spent.get(here.stage) ?? { startedAt: here.since, ms: 0, pausedMs: 0 };
		so.ms += whole - paused;
		so.pausedMs += paused;
		spent.set(here.stage, so);
		here = null;
		pausedAt = null;
		pausedMs = 0;
	};
	for (const { at, what, stage } of passages) {
		if (moves.includes(what) && stage !== null) {
			leave(at);
			here = { stage, since: at };
		} else if (ends.includes(what)) leave(at);
		else if (what === 'paused' && here !== null) pausedAt ??= at;
		else if (what === 'resumed' && pausedAt !== null) {
			pausedMs += Math.max(0, at - pausedAt);
			pausedAt = null;
		}
	}
	leave(endedAt);
	return spent;
}

/**
 * The stages of the plan, each once and in its order, and then those that were entered and are in it no
 * longer because the group went back and chose another way.
 */
export function stageTimes({ plan, passages, method }: Room, endedAt: number): StageTime[] {
	const spent = spentIn(passages, endedAt);
	const planned = plan.map((one): StageTime => ({ ...ofPlan(one, method), ...timeOf(spent.get(one.key)) }));
	const known = new Set(plan.map(({ key }) => key));
	const left = [...spent].filter(([key]) => !known.has(key));
	const others = left.map(
		([key, own]): StageTime => ({
			key,
			round: Number(key.split('.')[0]) || 0,
			name: nameIn(method, key) ?? { fr: key, en: key },
			plannedSeconds: null,
			sections: [],
			...timeOf(own),
		}),
	);
	return [...planned, ...others];
}

function timeOf(spent: Spent | undefined): Pick<StageTime, 'startedAt' | 'ms' | 'pausedMs'> {
	return spent ?? { startedAt: null, ms: 0, pausedMs: 0 };
}

function ofPlan({ key, round, path, seconds }: PlannedStage, method: Room['method']) {
	// A plan is made of a method; one without would be a stage of which nothing is known but its key.
	const stage = method && stageAt(method.definition, path);
	const written = stage?.writes.map(({ section }) => section) ?? [];
	const gathered = stage?.gathers ?? null;
	return {
		key,
		round,
		name: stage?.name ?? { fr: key, en: key },
		plannedSeconds: seconds,
		sections: [...new Set<string>(gathered === null ? written : [...written, gathered])],
	};
}

/** What a stage is called that a choice had brought. */
function nameIn(method: Room['method'], key: string): StageTime['name'] | null {
	const [, stageId, innerId] = key.split('.');
	const stage = method?.definition.stages.find(({ id }) => id === stageId);
	if (innerId === undefined) return stage?.name ?? null;
	return stage?.choice?.flatMap(({ stages }) => stages).find(({ id }) => id === innerId)?.name ?? null;
}
