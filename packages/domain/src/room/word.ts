/** Who has the word, who asks for it, and how long each had it. */
import { maySpeak } from './rights.ts';
import type { Room } from './state.ts';

/** Counts the word of the moment up to now, and stops counting. */
export function settled(room: Room, at: number): Room {
	const { by, since } = room.speaking;
	const stage = room.plan[room.at]?.key;
	const speaking = { ...room.speaking, since: null };
	if (by === null || since === null || stage === undefined) return { ...room, speaking };
	const ms = Math.max(0, at - since);
	const known = room.spoken.find((one) => one.accountId === by && one.stage === stage);
	const spoken =
		known === undefined
			? [...room.spoken, { accountId: by, stage, ms }]
			: room.spoken.map((one) => (one === known ? { ...one, ms: one.ms + ms } : one));
	return { ...room, speaking, spoken };
}

/** Counts on, where somebody has the word and the clock of a live stage does not rest. */
export function counting(room: Room, at: number): Room {
	const counts =
		room.speaking.by !== null &&
		room.speaking.since === null &&
		room.phase === 'stages' &&
		room.mode === 'live' &&
		!room.inDanger &&
		(room.clock?.pausedAt ?? null) === null;
	return counts ? { ...room, speaking: { ...room.speaking, since: at } } : room;
}

/** The word to somebody, or to nobody. Whoever has it asks for it no longer. */
export function withWord(room: Room, to: string | null, at: number): Room {
	const before = settled(room, at);
	const hands = before.speaking.hands.filter((one) => one !== to);
	return counting({ ...before, speaking: { ...before.speaking, by: to, hands } }, at);
}

/** A new stage begins with a free word; hands stay up of those who may speak in it. */
export function withFreeWord(room: Room, at: number): Room {
	const before = settled(room, at);
	return { ...before, speaking: { by: null, since: null, hands: before.speaking.hands, round: null } };
}

/** After a change of stage, frame or role: the word, the hands and the round are those of people who may speak. */
export function amongSpeakers(room: Room, at: number): Room {
	const { by, hands, round } = room.speaking;
	const may = (one: string) => maySpeak(room, one);
	const free = by !== null && !may(by) ? withWord(room, null, at) : room;
	if (free === room && hands.every(may) && (round ?? []).every(may)) return room;
	return {
		...free,
		speaking: {
			...free.speaking,
			hands: free.speaking.hands.filter(may),
			round: round === null ? null : round.filter(may),
		},
	};
}

/** On to the next of the round who is here, or to the first hand of somebody who is, or to nobody. */
export function passedOn(room: Room, present: readonly string[], at: number): Room {
	const { round, hands } = room.speaking;
	const here = (one: string) => present.includes(one) && maySpeak(room, one);
	const waiting = round?.filter(here) ?? null;
	const [next] = waiting !== null && waiting.length > 0 ? waiting : hands.filter(here);
	const rest = waiting === null ? null : waiting.slice(1);
	const passed = withWord(room, next ?? null, at);
	// The round is over once nobody is left in it: the last of it still has the word.
	return {
		...passed,
		speaking: { ...passed.speaking, round: rest === null || waiting?.length === 0 ? null : rest },
	};
}
