/** The stages of a session, one after the other, with the time that each has. */
import type { Method, Stage } from '@entrepairs/methods/method';
import type { PlannedStage, Room } from './state.ts';

/** A stage as it runs: chosen ones have no choice of their own. */
export type RunningStage = Omit<Stage, 'choice'> & { readonly choice?: Stage['choice'] };

export interface Frame {
	/** How long the session is to last. */
	readonly minutes: number;
	readonly hasClock: boolean;
	/** One, or everybody in turn. */
	readonly presenters: readonly string[];
	/** By the key of the stage in which something was chosen. */
	readonly choices: Readonly<Record<string, string>>;
}

const HALF_MINUTE = 30;

/**
 * All stages as they stand. With a clock, fixed stages keep their time and the others share the rest of the
 * session in proportion, in half minutes, so that the whole is the length that was asked for. No stage has
 * less than half a minute: a session that is too short for that lasts longer.
 */
export function planOf(method: Method, frame: Frame): PlannedStage[] {
	const rounds = method.rounds === 'everyone' ? Math.max(1, frame.presenters.length) : 1;
	const stages: Omit<PlannedStage, 'seconds'>[] = [];
	for (let round = 0; round < rounds; round++) {
		for (const [stage, one] of method.stages.entries()) {
			const key = `${round}.${one.id}`;
			stages.push({ key, round, path: { stage, sub: null, inner: null } });
			const sub = one.choice?.findIndex(({ id }) => id === frame.choices[key]) ?? -1;
			for (const [inner, { id }] of (one.choice?.[sub]?.stages ?? []).entries()) {
				stages.push({ key: `${key}.${id}`, round, path: { stage, sub, inner } });
			}
		}
	}
	const seconds = frame.hasClock ? share(method, stages, frame.minutes * 60) : null;
	return stages.map((one, index) => ({ ...one, seconds: seconds?.[index] ?? null }));
}

/** A stage of the method by its place. Throws where the method has none there. */
export function stageAt(method: Method, { stage, sub, inner }: PlannedStage['path']): RunningStage {
	const outer = method.stages[stage];
	const found = sub === null || inner === null ? outer : outer?.choice?.[sub]?.stages[inner];
	if (found === undefined) throw new Error('a stage that its method does not have');
	return found;
}

/** The stage under way; null in the lobby, at the closing and after the end. */
export function stageUnderWay(room: Room): RunningStage | null {
	const planned = room.plan[room.at];
	if (room.phase !== 'stages' || planned === undefined || room.method === null) return null;
	return stageAt(room.method.definition, planned.path);
}

/** Seconds of each stage: largest remainders get the half minutes that are left over. */
function share(
	method: Method,
	stages: readonly Pick<PlannedStage, 'path'>[],
	total: number,
): readonly number[] {
	const own = stages.map(({ path }) => stageAt(method, path));
	const fixed = own.reduce((sum, { isFixed, minutes }) => sum + (isFixed ? minutes * 60 : 0), 0);
	const weights = own.map(({ isFixed, minutes }) => (isFixed ? 0 : minutes));
	const weight = weights.reduce((sum, one) => sum + one, 0);
	const halves = Math.max(0, Math.round((total - fixed) / HALF_MINUTE));
	const exact = weights.map((one) => (weight === 0 ? 0 : (one / weight) * halves));
	const given = exact.map((one, index) => (weights[index] === 0 ? 0 : Math.max(1, Math.floor(one))));
	let left = halves - given.reduce((sum, one) => sum + one, 0);
	const byRemainder = exact
		.map((one, index) => ({ index, rest: one - Math.floor(one) }))
		.filter(({ index }) => weights[index] !== 0)
		.sort((a, b) => b.rest - a.rest || a.index - b.index);
	for (const { index } of byRemainder) {
		if (left <= 0) break;
		given[index] = (given[index] ?? 0) + 1;
		left--;
	}
	return own.map(({ isFixed, minutes }, index) =>
		isFixed ? minutes * 60 : (given[index] ?? 0) * HALF_MINUTE,
	);
}
