import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	bestSlot,
	type CastVote,
	type PolledPerson,
	type PolledSlot,
	rankSlots,
	type Vote,
} from './ranking.ts';

const slot = (id: string, hour: number): PolledSlot => ({
	id,
	startsAt: new Date(Date.UTC(2026, 10, 24, hour)),
});
const person = (id: string, facilitates = false): PolledPerson => ({ id, facilitates, isOptional: false });
const people = [person('claire', true), person('samir'), person('awa'), person('jo'), person('lou')];
const slots = [slot('early', 9), slot('noon', 12), slot('late', 18)];
/** `early: 'yyn-?'`: one letter a person, in their order. */
function votes(said: Record<string, string>): CastVote[] {
	const meant: Record<string, Vote> = { y: 'yes', i: 'if-need-be', n: 'no' };
	return Object.entries(said).flatMap(([slotId, letters]) =>
		[...letters].flatMap((letter, index) => {
			const vote = meant[letter];
			const voter = people[index];
			return vote === undefined || voter === undefined ? [] : [{ slotId, personId: voter.id, vote }];
		}),
	);
}
const order = (said: Record<string, string>) =>
	rankSlots(slots, people, votes(said)).map((one) => one.slotId);
const decided = (said: Record<string, string>) => rankSlots(slots, people, votes(said))[0]?.ahead;

describe('the best slot', () => {
	test('is the one to which most can come, and says so', () => {
		expect(order({ early: 'yy', noon: 'yiiy', late: 'yyy' })).toEqual(['noon', 'late', 'early']);
		expect(decided({ early: 'yy', noon: 'yiiy', late: 'yyy' })).toBe('more-people');
	});

	test('then the one with the fewest who come only if need be', () => {
		expect(order({ early: 'yyii', noon: 'yyyi' })).toEqual(['noon', 'early', 'late']);
		expect(decided({ early: 'yyii', noon: 'yyyi' })).toBe('fewer-if-need-be');
	});

	test('then the one that the facilitators can make, then the earliest', () => {
		expect(order({ early: 'nyyy', late: 'yyyn' })).toEqual(['late', 'early', 'noon']);
		expect(decided({ early: 'nyyy', late: 'yyyn' })).toBe('facilitators');
		expect(order({ noon: 'yyy', late: 'yyy' })).toEqual(['noon', 'late', 'early']);
		expect(decided({ noon: 'yyy', late: 'yyy' })).toBe('earlier');
	});

	test('names who cannot, who said nothing, and whether there are enough', () => {
		const [first] = rankSlots(slots, people, votes({ noon: 'iynn' }));
		expect(first).toMatchObject({
			slotId: 'noon',
			yes: ['samir'],
			ifNeedBe: ['claire'],
			cannot: ['awa', 'jo'],
			silent: ['lou'],
			hasQuorum: false,
			facilitators: 'all',
		});
		expect(rankSlots(slots, people, votes({ noon: 'iyyy' }))[0]?.hasQuorum).toBe(true);
	});

	test('are enough when as many can come as the group asks for', () => {
		const three = votes({ noon: 'yyy' });
		expect(rankSlots(slots, people, three, 3)[0]?.hasQuorum).toBe(true);
		expect(rankSlots(slots, people, three, 5)[0]?.hasQuorum).toBe(false);
	});

	test('does not wait for people who are away, and counts them when they can come', () => {
		const away = people.map((one) => (one.id === 'lou' ? { ...one, isOptional: true } : one));
		expect(rankSlots(slots, away, [])[0]?.silent).not.toContain('lou');
		expect(rankSlots(slots, away, votes({ late: '----y' }))[0]).toMatchObject({
			slotId: 'late',
			yes: ['lou'],
		});
	});

	test('is none while nobody can come', () => {
		expect(bestSlot(rankSlots(slots, people, []))).toBeNull();
		expect(bestSlot(rankSlots(slots, people, votes({ early: 'nnnnn' })))).toBeNull();
		expect(bestSlot([])).toBeNull();
		expect(bestSlot(rankSlots(slots, people, votes({ late: '-i' })))?.slotId).toBe('late');
	});
});

describe('whatever is voted', () => {
	const aVote = fc.constantFrom<Vote | null>('yes', 'if-need-be', 'no', null);
	const aPoll = fc
		.record({
			hours: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 8 }),
			roles: fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }),
		})
		.chain(({ hours, roles }) =>
			fc.record({
				slots: fc.constant(hours.map((hour, index) => slot(`slot-${index}`, hour))),
				people: fc.constant(roles.map((facilitates, index) => person(`person-${index}`, facilitates))),
				table: fc.array(fc.array(aVote, { minLength: roles.length, maxLength: roles.length }), {
					minLength: hours.length,
					maxLength: hours.length,
				}),
			}),
		);
	const cast = (table: readonly (readonly (Vote | null)[])[]): CastVote[] =>
		table.flatMap((row, slotIndex) =>
			row.flatMap((vote, index) =>
				vote === null ? [] : [{ slotId: `slot-${slotIndex}`, personId: `person-${index}`, vote }],
			),
		);

	test('another yes never makes a slot worse', () => {
		fc.assert(
			fc.property(aPoll, fc.nat(), fc.nat(), (poll, slotSeed, personSeed) => {
				const slotIndex = slotSeed % poll.slots.length;
				const personIndex = personSeed % poll.people.length;
				const more = poll.table.map((row, s) =>
					row.map((vote, p): Vote | null => (s === slotIndex && p === personIndex ? 'yes' : vote)),
				);
				const place = (table: typeof poll.table) =>
					rankSlots(poll.slots, poll.people, cast(table)).findIndex(
						({ slotId }) => slotId === `slot-${slotIndex}`,
					);
				expect(place(more)).toBeLessThanOrEqual(place(poll.table));
			}),
		);
	});

	test('the order in which things are given does not matter, also in a tie', () => {
		fc.assert(
			fc.property(aPoll, fc.infiniteStream(fc.nat()), (poll, numbers) => {
				const shuffled = <T>(list: readonly T[]): T[] =>
					list
						.map((value) => ({ value, by: numbers.next().value as number }))
						.sort((a, b) => a.by - b.by)
						.map(({ value }) => value);
				const plain = rankSlots(poll.slots, poll.people, cast(poll.table));
				const mixed = rankSlots(shuffled(poll.slots), shuffled(poll.people), shuffled(cast(poll.table)));
				const essence = (ranking: typeof plain) =>
					ranking
						.map((one) => ({ ...one, yes: one.yes.toSorted(), ifNeedBe: one.ifNeedBe.toSorted() }))
						.map(({ slotId, yes, ifNeedBe, ahead }) => ({ slotId, yes, ifNeedBe, ahead }));
				expect(essence(mixed)).toEqual(essence(plain));
			}),
		);
	});

	test('every slot is there once, and everybody is in one place of it', () => {
		fc.assert(
			fc.property(aPoll, (poll) => {
				const ranking = rankSlots(poll.slots, poll.people, cast(poll.table));
				expect(ranking.map(({ slotId }) => slotId).sort()).toEqual(poll.slots.map(({ id }) => id).sort());
				for (const { yes, ifNeedBe, cannot, silent } of ranking)
					expect([...yes, ...ifNeedBe, ...cannot, ...silent].sort()).toEqual(
						poll.people.map(({ id }) => id).sort(),
					);
			}),
		);
	});
});
