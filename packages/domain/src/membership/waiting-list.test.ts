import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	type Listed,
	nextRank,
	OFFER_HOURS,
	offerEnds,
	type Places,
	settled,
	takenPlaces,
	wayIn,
} from './waiting-list.ts';

const HOUR_MS = 3_600_000;
const start = Date.parse('2026-11-24T18:00:00Z');
const at = (hours: number) => new Date(start + hours * HOUR_MS);

/** A group as its records hold it: who is in, who is on the list, and in which order people came onto it. */
interface Group extends Places {
	readonly members: readonly string[];
	readonly left: readonly string[];
}

const withCount = (group: Omit<Group, 'memberCount'>): Group => ({
	...group,
	memberCount: group.members.length,
});

function settle(group: Group, now: Date): Group {
	const { lapsed, offered } = settled(group, now);
	return withCount({
		...group,
		listed: group.listed
			.filter(({ id }) => !lapsed.includes(id))
			.map((one) => (offered.includes(one.id) ? { ...one, offeredUntil: offerEnds(now) } : one)),
		left: [...group.left, ...lapsed],
	});
}

type Step =
	| { readonly what: 'accept' }
	| { readonly what: 'leave' | 'take' | 'decline'; readonly who: number }
	| { readonly what: 'capacity'; readonly to: number }
	| { readonly what: 'wait'; readonly hours: number };

const pick = <T>(list: readonly T[], n: number): T | undefined =>
	list.length === 0 ? undefined : list[n % list.length];

/** One operation as services do it: settled first, done, settled again. */
function step(before: Group, one: Step, now: Date, name: string): Group {
	const group = settle(before, now);
	const offers = group.listed.filter(({ offeredUntil }) => offeredUntil !== null);
	const off = (gone: Listed | undefined) => group.listed.filter(({ id }) => id !== gone?.id);
	switch (one.what) {
		case 'accept':
			return wayIn(group) === 'member'
				? withCount({ ...group, members: [...group.members, name] })
				: {
						...group,
						listed: [...group.listed, { id: name, rank: nextRank(group.listed), offeredUntil: null }],
					};
		case 'leave': {
			const gone = pick(group.members, one.who);
			return settle(withCount({ ...group, members: group.members.filter((id) => id !== gone) }), now);
		}
		case 'take': {
			const taker = pick(offers, one.who);
			if (taker === undefined) return group;
			return settle(withCount({ ...group, members: [...group.members, taker.id], listed: off(taker) }), now);
		}
		case 'decline': {
			const gone = pick(group.listed, one.who);
			return settle({ ...group, listed: off(gone), left: [...group.left, ...(gone ? [gone.id] : [])] }, now);
		}
		case 'capacity':
			return one.to < takenPlaces(group) ? group : settle({ ...group, capacity: one.to }, now);
		case 'wait':
			return group;
	}
}

const steps: fc.Arbitrary<Step[]> = fc.array(
	fc.oneof(
		{ weight: 4, arbitrary: fc.constant({ what: 'accept' } as const) },
		{
			weight: 4,
			arbitrary: fc.record({
				what: fc.constantFrom('leave' as const, 'take' as const, 'decline' as const),
				who: fc.nat({ max: 20 }),
			}),
		},
		fc.record({ what: fc.constant('capacity' as const), to: fc.integer({ min: 4, max: 12 }) }),
		fc.record({ what: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 80 }) }),
	),
	{ maxLength: 60 },
);

const empty: Group = { capacity: 4, members: [], memberCount: 0, listed: [], left: [] };

describe('the waiting list', () => {
	test('never gives more places than there are, offers every free one, and passes nobody over', () => {
		fc.assert(
			fc.property(steps, (all) => {
				let group = empty;
				let hours = 0;
				all.forEach((one, index) => {
					if (one.what === 'wait') hours += one.hours;
					group = settle(step(group, one, at(hours), `p${index}`), at(hours));

					expect(takenPlaces(group)).toBeLessThanOrEqual(group.capacity);
					const waiting = group.listed.filter(({ offeredUntil }) => offeredUntil === null);
					const offers = group.listed.filter(({ offeredUntil }) => offeredUntil !== null);
					// A place is free only when nobody waits for one.
					if (waiting.length > 0) expect(takenPlaces(group)).toBe(group.capacity);
					// Whoever is offered a place came before whoever is not.
					for (const offer of offers)
						for (const other of waiting) expect(offer.rank).toBeLessThan(other.rank);
					expect(new Set(group.listed.map(({ rank }) => rank)).size).toBe(group.listed.length);
				});
			}),
			{ numRuns: 500 },
		);
	});

	test('those who let every offer go by leave it one after the other, in order', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 9 }), (waiting) => {
				let group = withCount({ ...empty, members: ['a', 'b', 'c', 'd'] });
				for (let n = 0; n < waiting; n++) group = step(group, { what: 'accept' }, at(0), `w${n}`);
				group = step(group, { what: 'leave', who: 0 }, at(0), '');
				for (let n = 1; n <= waiting; n++) group = settle(group, at(n * OFFER_HOURS));
				expect(group.left).toEqual(Array.from({ length: waiting }, (_, n) => `w${n}`));
				expect(wayIn(group)).toBe('member');
			}),
		);
	});

	test('settling twice changes nothing, in whatever order the list is read', () => {
		const listed = fc.uniqueArray(
			fc.record({
				rank: fc.integer({ min: 1, max: 30 }),
				offeredUntil: fc.option(fc.integer({ min: -5, max: 5 }).map(at)),
			}),
			{ selector: ({ rank }) => rank, maxLength: 10 },
		);
		fc.assert(
			fc.property(
				listed,
				fc.integer({ min: 4, max: 12 }),
				fc.nat({ max: 12 }),
				(list, capacity, memberCount) => {
					const group: Group = {
						...empty,
						capacity,
						memberCount,
						members: Array.from({ length: memberCount }, (_, n) => `m${n}`),
						listed: list.map((one) => ({ ...one, id: String(one.rank) })),
					};
					const once = settle(group, at(0));
					expect(settled(once, at(0))).toEqual({ lapsed: [], offered: [] });
					const reversed = settled({ ...group, listed: [...group.listed].reverse() }, at(0));
					expect(reversed).toEqual(settled(group, at(0)));
				},
			),
		);
	});

	test('an offer stands for three days to the moment', () => {
		const places: Places = {
			capacity: 4,
			memberCount: 3,
			listed: [
				{ id: 'first', rank: 1, offeredUntil: offerEnds(at(0)) },
				{ id: 'second', rank: 2, offeredUntil: null },
			],
		};
		expect(settled(places, at(72 - 1 / HOUR_MS))).toEqual({ lapsed: [], offered: [] });
		expect(settled(places, at(72))).toEqual({ lapsed: ['first'], offered: ['second'] });
	});
});
