import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ComingSession, type Member, type PastSession, propose, type Rotation } from './propose.ts';
import { type Role, roles } from './roles.ts';

const DAY = 24 * 3_600_000;
const ids = (count: number) =>
	Array.from({ length: count }, (_, index) => `m${String(index).padStart(2, '0')}`);
const people = (count: number): Member[] => ids(count).map((id, index) => ({ id, joinedAt: index }));
const coming = (count: number, from = 0): ComingSession[] =>
	Array.from({ length: count }, (_, index) => ({
		id: `s${String(from + index).padStart(3, '0')}`,
		startsAt: (from + index + 1) * 7 * DAY,
		settled: {},
	}));

const nothing: Omit<Rotation, 'members' | 'upcoming'> = {
	history: [],
	roles: ['presenter'],
	answers: [],
	pauses: [],
	wishes: { cases: new Map(), passed: [] },
};
const plan = (rotation: Partial<Rotation> & Pick<Rotation, 'members' | 'upcoming'>) =>
	propose({ ...nothing, ...rotation });
const holders = (
	rotation: Partial<Rotation> & Pick<Rotation, 'members' | 'upcoming'>,
	role: Role = 'presenter',
) =>
	plan(rotation)
		.filter((one) => one.role === role)
		.map(({ memberId }) => memberId);

/** What was proposed, as the history it becomes when it is held. */
function asHistory(rotation: Partial<Rotation> & Pick<Rotation, 'members' | 'upcoming'>): PastSession[] {
	const proposals = plan(rotation);
	return rotation.upcoming.map(({ id, startsAt }) => ({
		id,
		startsAt,
		held: Object.fromEntries(
			proposals
				.filter((one) => one.sessionId === id && one.memberId !== null)
				.map(({ role, memberId }) => [role, memberId]),
		),
	}));
}

const someRoles = fc.uniqueArray(fc.constantFrom(...roles), { minLength: 1 });

/** A group over a time, in which people are away, pass, arrange things and have cases, as it happens. */
const anything = fc
	.record({
		count: fc.integer({ min: 2, max: 12 }),
		sessions: fc.integer({ min: 1, max: 40 }),
		used: someRoles,
		away: fc.array(fc.tuple(fc.nat(39), fc.nat(11)), { maxLength: 150 }),
		passed: fc.array(fc.tuple(fc.nat(39), fc.constantFrom(...roles), fc.nat(11)), { maxLength: 20 }),
		settled: fc.array(fc.tuple(fc.nat(39), fc.constantFrom(...roles), fc.nat(11)), { maxLength: 20 }),
		joined: fc.array(fc.nat(39), { minLength: 12, maxLength: 12 }),
		pauses: fc.array(fc.record({ member: fc.nat(11), from: fc.nat(39), length: fc.nat(10) }), {
			maxLength: 4,
		}),
		cases: fc.array(fc.nat(3), { minLength: 12, maxLength: 12 }),
	})
	.map(({ count, sessions, used, away, passed, settled, joined, pauses, cases }): Rotation => {
		const names = ids(count);
		const name = (index: number) => names[index % count] as string;
		const upcoming = coming(sessions);
		const session = (index: number) => upcoming[index % sessions] as ComingSession;
		return {
			members: names.map((id, index) => ({ id, joinedAt: (joined[index] ?? 0) * 7 * DAY })),
			history: [],
			upcoming: upcoming.map((one) => ({
				...one,
				settled: Object.fromEntries(
					settled.filter(([at]) => session(at).id === one.id).map(([, role, who]) => [role, name(who)]),
				),
			})),
			roles: used,
			answers: away.map(([at, who]) => ({ sessionId: session(at).id, memberId: name(who) })),
			pauses: pauses.map(({ member, from, length }) => ({
				memberId: name(member),
				from: from * 7 * DAY,
				until: (from + length) * 7 * DAY,
			})),
			wishes: {
				cases: new Map(names.map((id, index) => [id, cases[index] ?? 0])),
				passed: passed.map(([at, role, who]) => ({ sessionId: session(at).id, role, memberId: name(who) })),
			},
		};
	});

describe('the presenter', () => {
	test('goes round by joining order, and begins again where it began', () => {
		expect(holders({ members: people(3), upcoming: coming(7) })).toEqual([
			'm00',
			'm01',
			'm02',
			'm00',
			'm01',
			'm02',
			'm00',
		]);
	});

	test('is first who has a case, once for each case and once a round', () => {
		const rotation = {
			members: people(3),
			upcoming: coming(4),
			wishes: { cases: new Map([['m02', 2]]), passed: [] },
		};
		expect(holders(rotation)).toEqual(['m02', 'm00', 'm01', 'm02']);
		expect(plan(rotation).map(({ reason }) => reason)).toEqual([
			'has-a-case',
			'never-had-it',
			'never-had-it',
			'has-a-case',
		]);
	});

	test('who was away comes first when back, before cases, and once only', () => {
		const upcoming = coming(9);
		const answers = upcoming.slice(0, 5).map(({ id }) => ({ sessionId: id, memberId: 'm01' }));
		// m01 has been there once, so they are no newcomer.
		const history = [{ id: 'before', startsAt: DAY, held: { presenter: 'm00' } }];
		const wishes = { cases: new Map([['m00', 9]]), passed: [] };
		expect(holders({ members: people(3), history, upcoming, answers, wishes }).slice(5)).toEqual([
			'm01',
			'm00',
			'm02',
			'm01',
		]);
	});

	test('a newcomer is in the round under way, and makes up for nothing', () => {
		const history = asHistory({ members: people(2), upcoming: coming(10) });
		const members = [...people(2), { id: 'new', joinedAt: 71 * DAY }];
		expect(holders({ members, history, upcoming: coming(6, 10) })).toEqual([
			'm00',
			'm01',
			'new',
			'm00',
			'm01',
			'new',
		]);
	});

	test('who passed for one session keeps their place', () => {
		const wishes = {
			cases: new Map<string, number>(),
			passed: [{ sessionId: 's000', role: 'presenter' as const, memberId: 'm00' }],
		};
		expect(holders({ members: people(3), upcoming: coming(4), wishes })).toEqual([
			'm01',
			'm00',
			'm02',
			'm01',
		]);
	});

	test('what was taken out of turn counts for the round to come', () => {
		const [first, second, ...others] = coming(6);
		const upcoming = [first, { ...second, settled: { presenter: 'm00' } }, ...others] as ComingSession[];
		expect(holders({ members: people(3), upcoming })).toEqual(['m00', 'm00', 'm01', 'm02', 'm01', 'm02']);
	});

	test('a role left free stays free', () => {
		const [first] = coming(1);
		expect(
			holders({
				members: people(3),
				upcoming: [{ ...first, settled: { presenter: null } } as ComingSession],
			}),
		).toEqual([null]);
	});
});

describe('every role', () => {
	test('nobody has two roles while there are enough people, and nobody absent has any', () => {
		fc.assert(
			fc.property(anything, (given) => {
				const rotation = { ...given, wishes: { ...given.wishes, passed: [] } };
				const proposals = propose(rotation);
				for (const session of rotation.upcoming) {
					const there = presentIn(rotation, session);
					const of = proposals.filter(({ sessionId }) => sessionId === session.id);
					expect(of.map(({ role }) => role)).toEqual(roles.filter((role) => rotation.roles.includes(role)));
					const own = of.filter(({ reason }) => reason !== null).map(({ memberId }) => memberId);
					for (const id of own) expect(there).toContain(id);
					const settled = of.filter(({ reason }) => reason === null).map(({ memberId }) => memberId);
					const free = there.filter((id) => !settled.includes(id));
					if (own.length <= free.length) {
						expect(new Set(own).size).toBe(own.length);
						for (const id of own) expect(settled).not.toContain(id);
					}
					if (there.length > 0) expect(own).not.toContain(null);
				}
			}),
			{ numRuns: 60 },
		);
	});

	test('over a full round the shares of those always there differ by at most one', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 2, max: 12 }),
				someRoles,
				fc.array(fc.nat(3), { minLength: 12, maxLength: 12 }),
				(count, used, cases) => {
					const wishes = { cases: new Map(ids(count).map((id, at) => [id, cases[at] ?? 0])), passed: [] };
					const rotation = { members: people(count), upcoming: coming(5 * count), roles: used, wishes };
					const proposals = plan(rotation);
					for (const role of used) {
						const shares = new Map(ids(count).map((id) => [id, 0]));
						let rounds = 0;
						for (const one of proposals.filter((proposal) => proposal.role === role)) {
							shares.set(one.memberId as string, (shares.get(one.memberId as string) ?? 0) + 1);
							const [least, most] = [Math.min(...shares.values()), Math.max(...shares.values())];
							if (role === 'presenter') expect(most - least).toBeLessThanOrEqual(1);
							else if (count >= used.length) expect(most - least).toBeLessThanOrEqual(2);
							if (least > rounds) {
								rounds = least;
								expect(most - least).toBeLessThanOrEqual(count >= used.length ? 1 : 2);
							}
						}
						expect(rounds).toBeGreaterThanOrEqual(4);
					}
				},
			),
			{ numRuns: 100 },
		);
	});

	test('nobody starves, whatever happens: the wait is bounded in sessions that one attends', () => {
		fc.assert(
			fc.property(anything, (given) => {
				const rotation = {
					...given,
					upcoming: given.upcoming.map((one) => ({ ...one, settled: {} })),
					wishes: { ...given.wishes, passed: [] },
				};
				const proposals = propose(rotation);
				// The rest of the round in which one helped out, the one that this counted for, one that newcomers
				// made longer, and what two roles at once put off.
				const most = 4 * rotation.members.length;
				for (const { id } of rotation.members)
					for (const role of rotation.roles) {
						let waited = 0;
						for (const session of rotation.upcoming) {
							if (!presentIn(rotation, session).includes(id)) continue;
							const has = proposals.some(
								(one) => one.sessionId === session.id && one.role === role && one.memberId === id,
							);
							waited = has ? 0 : waited + 1;
							expect(waited).toBeLessThan(most);
						}
					}
			}),
			{ numRuns: 150 },
		);
	});

	test('absences are not punished, nor paid back: one turn, and then like everybody', () => {
		fc.assert(
			fc.property(fc.integer({ min: 3, max: 12 }), fc.integer({ min: 1, max: 40 }), (count, away) => {
				const upcoming = coming(count + away + 3 * count);
				const gone = upcoming
					.slice(count, count + away)
					.map(({ id }) => ({ sessionId: id, memberId: 'm01' }));
				const all = holders({ members: people(count), upcoming, answers: gone });
				const back = all.slice(count + away, count + away + 2 * count - 1);
				const times = back.filter((id) => id === 'm01').length;
				expect(times).toBeGreaterThanOrEqual(1);
				expect(times).toBeLessThanOrEqual(3);
				if (away >= 2 * count) expect(back[0]).toBe('m01');
			}),
			{ numRuns: 100 },
		);
	});

	test('the same is proposed whatever order things are given in', () => {
		fc.assert(
			fc.property(anything, fc.infiniteStream(fc.nat()), (rotation, numbers) => {
				const shuffle = <T>(list: readonly T[]): T[] =>
					list
						.map((value) => ({ value, at: numbers.next().value as number }))
						.sort((a, b) => a.at - b.at)
						.map(({ value }) => value);
				const shuffled: Rotation = {
					members: shuffle(rotation.members),
					history: shuffle(rotation.history),
					upcoming: shuffle(rotation.upcoming),
					roles: shuffle(rotation.roles),
					answers: shuffle(rotation.answers),
					pauses: shuffle(rotation.pauses),
					wishes: {
						cases: new Map(shuffle([...rotation.wishes.cases])),
						passed: shuffle(rotation.wishes.passed),
					},
				};
				expect(propose(shuffled)).toEqual(propose(rotation));
			}),
			{ numRuns: 60 },
		);
	});

	test('what is proposed for later does not change when the first is held as proposed', () => {
		fc.assert(
			fc.property(fc.integer({ min: 2, max: 12 }), someRoles, (count, used) => {
				const rotation = { members: people(count), roles: used, upcoming: coming(10) };
				const history = asHistory({ ...rotation, upcoming: coming(4) });
				const later = plan({ ...rotation, history, upcoming: coming(6, 4) });
				expect(later).toEqual(plan(rotation).slice(4 * used.length));
			}),
			{ numRuns: 60 },
		);
	});

	test('somebody who joins or leaves breaks nothing: the others keep going round', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 3, max: 11 }),
				fc.integer({ min: 0, max: 30 }),
				fc.nat(10),
				someRoles,
				(count, past, leaver, used) => {
					const history = asHistory({ members: people(count), upcoming: coming(past), roles: used });
					const members = [
						...people(count).filter((_, index) => index !== leaver % count),
						{ id: 'new', joinedAt: (past * 7 + 1) * DAY },
					];
					const upcoming = coming(3 * count, past);
					for (const role of used) {
						const held = holders({ members, history, upcoming, roles: used }, role);
						for (const { id } of members) expect(held).toContain(id);
					}
				},
			),
			{ numRuns: 100 },
		);
	});
});

function presentIn(
	rotation: Rotation,
	session: { readonly id: string; readonly startsAt: number },
): string[] {
	return rotation.members
		.filter(
			({ id, joinedAt }) =>
				joinedAt <= session.startsAt &&
				!rotation.answers.some((one) => one.sessionId === session.id && one.memberId === id) &&
				!rotation.pauses.some(
					({ memberId, from, until }) =>
						memberId === id && from <= session.startsAt && (until === null || session.startsAt < until),
				),
		)
		.map(({ id }) => id);
}
