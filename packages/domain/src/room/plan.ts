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
	/** Stages that began already: what they had is spent, and only what is left is shared anew. */
	readonly begun?: readonly PlannedStage[];
}

const HALF_MINUTE = 30;

/**
 * All stages as they stand. With a clock, fixed stages keep their time and the others share the rest of the
 * session in proportion, in half minutes, so that the whole is the length that was asked for. Until a way is
 * chosen, time is left for one of middling length. No stage has less than half a minute: a session that is
 * too short for that lasts longer.
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
	const seconds = frame.hasClock ? share(method, stages, frame) : null;
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

/** Where a room is, as its actions say it: the key of the stage, or that of the closing, which is no stage's. */
export function whereIs(room: Pick<Room, 'phase' | 'plan' | 'at'>): string | null {
	if (room.phase === 'stages') return room.plan[room.at]?.key ?? null;
	return room.phase === 'closing' ? `${(room.plan.at(-1)?.round ?? 0) + 1}.closing` : null;
}

/** Seconds of each stage. */
function share(method: Method, stages: readonly Omit<PlannedStage, 'seconds'>[], frame: Frame): number[] {
	const spent = new Map(frame.begun?.map(({ key, seconds }) => [key, seconds]));
	const own = stages.map(({ key, path }) => {
		const { isFixed, minutes } = stageAt(method, path);
		const settled = spent.get(key) ?? (isFixed ? minutes * 60 : null);
		return { settled, weight: settled === null ? minutes : 0 };
	});
	const unchosen = stages.map(({ key, path }) =>
		path.sub === null && frame.choices[key] === undefined ? middlingWay(method.stages[path.stage]) : null,
	);
	const all = [...own, ...unchosen.filter((one) => one !== null)];
	const settled = all.reduce((sum, one) => sum + (one.settled ?? 0), 0);
	const halves = Math.round((frame.minutes * 60 - settled) / HALF_MINUTE);
	const given = portions(
		all.map(({ weight }) => weight),
		halves,
	);
	return own.map(
		(one, index) => (one.weight === 0 ? (one.settled ?? 0) : 0) + (given[index] ?? 0) * HALF_MINUTE,
	);
}

/** What a way takes that is still to be chosen: the mean of them. */
function middlingWay(stage: Stage | undefined): { settled: number; weight: number } | null {
	if (!stage?.choice) return null;
	const inner = stage.choice.flatMap(({ stages }) => stages);
	const mean = (ofFixed: boolean) =>
		inner.reduce((sum, one) => sum + (one.isFixed === ofFixed ? one.minutes : 0), 0) /
		(stage.choice?.length || 1);
	return { settled: Math.round(mean(true) * 2) * HALF_MINUTE, weight: mean(false) };
}

/** So many things among these weights, one at least for each; the largest remainders get what is left over. */
function portions(weights: readonly number[], things: number): number[] {
	const whole = weights.reduce((sum, one) => sum + one, 0);
	const least: number[] = weights.map((one) => (one === 0 ? 0 : 1));
	const over = things - least.reduce((sum, one) => sum + one, 0);
	const above = weights.map((one) => (one === 0 ? 0 : Math.max(0, (one / whole) * things - 1)));
	const wanted = above.reduce((sum, one) => sum + one, 0);
	if (over <= 0 || wanted === 0) return least;
	const exact = above.map((one) => (one / wanted) * over);
	const given = exact.map((one, index) => (least[index] ?? 0) + Math.floor(one));
	let left = things - given.reduce((sum, one) => sum + one, 0);
	const byRemainder = exact
		.map((one, index) => ({ index, rest: one - Math.floor(one) }))
		.filter(({ index }) => weights[index] !== 0)
		.sort((a, b) => b.rest - a.rest || a.index - b.index);
	for (const { index } of byRemainder) {
		if (left-- <= 0) break;
		given[index] = (given[index] ?? 0) + 1;
	}
	return given;
}
