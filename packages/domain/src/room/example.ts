/** A session for the tests of the rules: a small method with something of everything, and four people. */
import type { Method, Party, Stage, SubMethod } from '@entrepairs/methods/method';
import { act } from './act.ts';
import type { Acting, Action, RoomRefusal } from './action.ts';
import { openRoom } from './open.ts';
import { stageUnderWay, whereIs } from './plan.ts';
import type { Room } from './state.ts';

export const MINUTE = 60_000;
export const words = (text: string) => ({ fr: text, en: text });
export const everybody: Party[] = ['presenter', 'facilitator', 'peer'];

export function stage(id: string, own: Partial<Stage> = {}): Stage {
	return {
		...{ id, name: words(id), purpose: words(id), minutes: 10, isFixed: false, days: 2 },
		...{ speaks: everybody, turns: 'free', presenter: 'in', writes: [], gathers: null },
		...{ guidance: [], choice: null },
		...own,
	};
}

export function way(id: string, minutes: number): SubMethod {
	return {
		...{ id, name: words(id), purpose: words(id) },
		stages: [stage(`${id}-round`, { minutes, presenter: 'listens', speaks: ['peer'], turns: 'round' })],
	};
}

/** With something of everything that a method can ask for. */
export const codevelopment: Method = {
	...{ name: words('codev'), purpose: words('codev'), people: { least: 3, most: 8 }, minutes: 60 },
	...{ clock: 'kept', advice: 'welcome', frame: 'peer', facilitatorIsPeer: false, rounds: 'one' },
	...{ roles: [], overDays: true, sources: [] },
	stages: [
		stage('situation', { speaks: ['presenter'], writes: [{ section: 'facts', by: ['presenter'] }] }),
		stage('questions', { writes: [{ section: 'request', by: ['presenter', 'scribe'] }] }),
		stage('silence', { minutes: 1, isFixed: true, speaks: [], presenter: 'listens' }),
		stage('consultation', {
			...{ minutes: 20, speaks: ['peer'], turns: 'round', presenter: 'withdrawn', gathers: 'options' },
			writes: [{ section: 'options', by: everybody }],
		}),
		stage('way', { minutes: 5, choice: [way('ideas', 10), way('images', 20)] }),
		stage('learning', { writes: [{ section: 'learning', by: everybody }] }),
	],
};
export const inTurn: Method = {
	...codevelopment,
	...{ clock: 'optional', rounds: 'everyone', minutes: 12, overDays: false },
	stages: [stage('case', { speaks: ['presenter'] }), stage('advice', { presenter: 'withdrawn' })],
};

export const [claire, samir, lea, nour] = ['claire', 'samir', 'lea', 'nour'] as const;
export const people = [claire, samir, lea, nour];

export const opened = openRoom({
	at: 0,
	by: claire,
	roles: [
		{ role: 'presenter', accountId: samir },
		{ role: 'facilitator', accountId: claire },
	],
	facilitatorId: claire,
	caseId: 'case',
});

export function acting(by: string, at: number, own: Partial<Acting> = {}): Acting {
	return {
		...{ by, at, present: people, members: [...people, 'away'], facilitators: [lea] },
		deadlineAfter: (days) => at + days * 24 * 60 * MINUTE,
		...own,
	};
}

export function done(room: Room, by: string, action: Action, at: number, own: Partial<Acting> = {}): Room {
	const after = act(room, action, acting(by, at, own));
	if (typeof after === 'string') throw new Error(`${action.do}: ${after}`);
	return after;
}

export function refused(
	room: Room,
	by: string,
	action: Action,
	own: Partial<Acting> = {},
): RoomRefusal | 'done' {
	const after = act(room, action, acting(by, 0, own));
	return typeof after === 'string' ? after : 'done';
}

export function choosing(
	definition: Method,
	own: { minutes?: number | null; mode?: Room['mode'] } = {},
): Action {
	return {
		...{ do: 'choose-method', method: 'codevelopment', version: 1, definition },
		...{ minutes: own.minutes ?? null, hasClock: true, mode: own.mode ?? 'live' },
	};
}

/** One stage on, by the last way where there are several. */
export function stepOn(room: Room): Room {
	const here = whereIs(room) ?? '';
	const way = stageUnderWay(room)?.choice?.at(-1)?.id;
	const chosen = way === undefined ? room : done(room, claire, { do: 'choose-way', stage: here, way }, 0);
	return done(chosen, claire, { do: 'next', stage: here }, 0);
}

/** In its stages, at this one. */
export function inStage(id: string, own: { mode?: Room['mode'] } = {}): Room {
	let room = done(done(opened, claire, choosing(codevelopment, own), 0), claire, { do: 'start' }, 0);
	while (stageUnderWay(room)?.id !== id) room = stepOn(room);
	return room;
}

export const secondsOf = (plan: Room['plan']) => plan.map(({ seconds }) => seconds);
export const sum = (numbers: readonly (number | null)[]) =>
	numbers.reduce<number>((all, one) => all + (one ?? 0), 0);

export function never(): never {
	throw new Error('there is no clock');
}
