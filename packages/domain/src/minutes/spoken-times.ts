/** How the time of speaking was shared: by person, or by what they were in that stage. No ranking. */
import type { Party } from '@entrepairs/methods/method';
import { keepsTimes } from '../room/act.ts';
import type { Room, Spoken } from '../room/state.ts';

export interface Share<T extends string> {
	readonly of: T;
	readonly ms: number;
	/** Whole percents; all shares together make 100, or 0 where nobody spoke. */
	readonly percent: number;
}

/** The shares in the order in which `all` names them, those who said nothing too. */
export function sharesOf<T extends string>(
	spoken: readonly { readonly of: T; readonly ms: number }[],
	all: readonly T[],
): Share<T>[] {
	const named = [...new Set([...all, ...spoken.map(({ of }) => of)])];
	const sums = named.map((of) => ({
		of,
		ms: spoken.reduce((sum, one) => (one.of === of ? sum + Math.max(0, one.ms) : sum), 0),
	}));
	const whole = sums.reduce((sum, { ms }) => sum + ms, 0);
	if (whole === 0) return sums.map((one) => ({ ...one, percent: 0 }));
	const exact = sums.map(({ ms }) => (ms * 100) / whole);
	const percents = exact.map(Math.floor);
	// What rounding down left over goes to those who lost most by it.
	let left = 100 - percents.reduce((sum, one) => sum + one, 0);
	const byLoss = exact
		.map((one, index) => ({ index, loss: one - Math.floor(one) }))
		.sort((a, b) => b.loss - a.loss || a.index - b.index);
	for (const { index } of byLoss) {
		if (left-- <= 0) break;
		percents[index] = (percents[index] ?? 0) + 1;
	}
	return sums.map((one, index) => ({ ...one, percent: percents[index] ?? 0 }));
}

export type Cast = Pick<Room, 'roles' | 'presenters'>;

/** What somebody was in a round: who presents in it is its presenter, whatever else they are. */
export function partyIn({ roles, presenters }: Cast, accountId: string, round: number): Party {
	// Where one person presents the whole session, there is one for all rounds.
	const presenter = presenters[round] ?? presenters[0];
	if (presenter === accountId) return 'presenter';
	// Who keeps the time or takes notes does not speak as that.
	const held = roles.find(
		({ accountId: holder, role }) =>
			holder === accountId && role !== 'presenter' && role !== 'timekeeper' && role !== 'scribe',
	);
	return held?.role ?? 'peer';
}

/** The same times by role. */
export function byParty(spoken: readonly Spoken[], cast: Cast): { of: Party; ms: number }[] {
	return spoken.map(({ accountId, stage, ms }) => ({
		of: partyIn(cast, accountId, Number(stage.split('.')[0]) || 0),
		ms,
	}));
}

/**
 * The times that may be kept with the minutes; null when they are to be destroyed: somebody refused, or
 * nobody asked to keep them.
 */
export function timesToKeep({
	spoken,
	keepTimes,
}: Pick<Room, 'spoken' | 'keepTimes'>): readonly Spoken[] | null {
	return spoken.length > 0 && keepsTimes(keepTimes) ? spoken : null;
}
