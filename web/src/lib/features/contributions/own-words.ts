/** What somebody wrote to be gathered, and what became of it, as only their device knows it. */
import type { Said } from '@entrepairs/contract/contributions';
import type { Problem } from '@entrepairs/contract/problem';
import type { Review } from '@entrepairs/contract/review';

export interface OwnWords {
	/** With it they can be changed or taken back; nobody else knows it. */
	readonly token: string;
	readonly text: string;
	readonly review: Review;
	/**
	 * `waiting`: not gathered yet, as they stand here. `gathered`: on the server. `leaving`: taken back, which
	 * the server does not know yet. `refused`: the server would not take them as they are.
	 */
	readonly state: 'waiting' | 'gathered' | 'leaving' | 'refused';
	/** The server may have them, in an earlier wording too. */
	readonly wasSent: boolean;
	readonly problem: Problem | null;
}

export function newWords(text: string, review: Review, random: Uint8Array): OwnWords {
	const token = btoa(String.fromCharCode(...random))
		.replaceAll('+', '-')
		.replaceAll('/', '_')
		.replaceAll('=', '');
	return { token, text, review, state: 'waiting', wasSent: false, problem: null };
}

/** What is said at the next beat: of what waits the oldest; null where nothing does. */
export function nextToSay(own: readonly OwnWords[]): OwnWords | null {
	return own.find(({ state }) => state === 'waiting' || state === 'leaving') ?? null;
}

export function asSaid({ state, token, text, review }: OwnWords): Said {
	return state === 'leaving' ? { do: 'withdraw', token } : { do: 'put', token, text, review };
}

export function sent(own: readonly OwnWords[], { token }: OwnWords): OwnWords[] {
	return own.map((one) => (one.token === token ? { ...one, wasSent: true } : one));
}

/** A server that is away, a pause because of danger: it is said again. What was shown meanwhile is told by the room. */
const saysAgain = ({ code, reason }: Problem) =>
	code === 'unavailable' || code === 'not-allowed' || reason === 'contributions-revealed';

/** What was said was answered. Words that were changed meanwhile go once more. */
export function answered(own: readonly OwnWords[], said: OwnWords, problem: Problem | null): OwnWords[] {
	if (problem !== null && saysAgain(problem)) return [...own];
	return own.flatMap((one) => {
		if (one.token !== said.token || one.state !== said.state || one.text !== said.text) return [one];
		if (one.state === 'leaving') return problem === null ? [] : [one];
		return [{ ...one, state: problem === null ? ('gathered' as const) : ('refused' as const), problem }];
	});
}

/** In other words from now on. */
export function reworded(own: readonly OwnWords[], token: string, text: string, review: Review): OwnWords[] {
	return own.map((one) =>
		one.token === token ? { ...one, text, review, state: 'waiting' as const, problem: null } : one,
	);
}

/** What never left is gone at once. */
export function takenBack(own: readonly OwnWords[], token: string): OwnWords[] {
	return own.flatMap((one) => {
		if (one.token !== token) return [one];
		return one.wasSent ? [{ ...one, state: 'leaving' as const, problem: null }] : [];
	});
}

/** Once everything was shown: what is left here never arrived, or was not taken back in time. */
export function leftOver(own: readonly OwnWords[]): OwnWords[] {
	return own.filter(({ state }) => state !== 'gathered');
}
