/**
 * Who could do what in the sessions to come.
 *
 * Each role goes round on its own. A round = everybody who comes has had the role once. In a round:
 *
 * 1. those who have not had it yet come first;
 * 2. among them, those who missed their turn in an earlier round because they were not there: the one
 *    who has missed it for longest first. Having the role once makes up for all they missed;
 * 3. then, for the presenter, those who have a case in the queue;
 * 4. then who has waited longest, since they last had the role or, if they never had it, since they
 *    joined; equal waits go by the order of joining.
 *
 * Who said no, or has a pause, is passed over and keeps their place. Newcomers start in the round under
 * way. What people arranged among themselves (taken, swapped, given) stands, and counts like any turn;
 * out of turn it counts for the round to come. Who passed on a role for one session is not proposed for
 * it there again, and keeps their place too.
 *
 * Nobody has two roles in a session while there are enough people. The presenter is settled first, by
 * the rule alone. The other roles are then given out together, so that as few people as possible have
 * one again before the others had it once, and whoever has most roles still to come in their rounds is
 * given one first. With fewer people than roles, the roles are spread as evenly as can be, and the
 * presenter is spared if anybody else is there.
 *
 * Nothing here depends on the order of what is given: people go by when they joined, sessions by when
 * they start, and equal ones by id.
 */
import { assign } from './assign.ts';
import { roles as everyRole, type Role, type TurnReason } from './roles.ts';
import { beginSession, missedATurn, noTurns, servedUpTo, type Turns, takeTurn } from './turns.ts';

export interface Member {
	readonly id: string;
	readonly joinedAt: number;
}

interface Gathering {
	readonly id: string;
	readonly startsAt: number;
}

/** A session that is over: who really had which role. */
export interface PastSession extends Gathering {
	readonly held: Readonly<Partial<Record<Role, string>>>;
}

/** A session to come. */
export interface ComingSession extends Gathering {
	/** What is settled: someone's id, or null where the role is free for whoever takes it. */
	readonly settled: Readonly<Partial<Record<Role, string | null>>>;
}

export interface Rotation {
	readonly members: readonly Member[];
	readonly history: readonly PastSession[];
	readonly upcoming: readonly ComingSession[];
	/** The roles that the group uses. */
	readonly roles: readonly Role[];
	/** Who said that they do not come, in which session; past ones too. */
	readonly answers: readonly { readonly sessionId: string; readonly memberId: string }[];
	/** Who is away from when until when; null: without end. */
	readonly pauses: readonly {
		readonly memberId: string;
		readonly from: number;
		readonly until: number | null;
	}[];
	readonly wishes: {
		/** How many cases of each person wait in the queue. */
		readonly cases: ReadonlyMap<string, number>;
		/** Who passed on a role in a session. */
		readonly passed: readonly {
			readonly sessionId: string;
			readonly role: Role;
			readonly memberId: string;
		}[];
	};
}

export interface Proposal {
	readonly sessionId: string;
	readonly role: Role;
	/** Null where nobody can be proposed, or the role was left free. */
	readonly memberId: string | null;
	/** Null where it is settled already. */
	readonly reason: TurnReason | null;
}

/** Who could do what in each session to come, those that are settled included. */
export function propose(rotation: Rotation): Proposal[] {
	const used = everyRole.filter((role) => rotation.roles.includes(role));
	const members = [...rotation.members].sort((a, b) => a.joinedAt - b.joinedAt || compare(a.id, b.id));
	const away = new Set(rotation.answers.map(({ sessionId, memberId }) => `${sessionId} ${memberId}`));
	const passed = new Set(
		rotation.wishes.passed.map(({ sessionId, role, memberId }) => `${sessionId} ${role} ${memberId}`),
	);
	const cases = new Map(rotation.wishes.cases);
	const turns = new Map<Role, Turns>(used.map((role) => [role, noTurns]));

	const presentAt = (session: Gathering): Member[] =>
		members.filter(
			({ id, joinedAt }) =>
				joinedAt <= session.startsAt &&
				!away.has(`${session.id} ${id}`) &&
				!rotation.pauses.some(
					(pause) =>
						pause.memberId === id &&
						pause.from <= session.startsAt &&
						(pause.until === null || session.startsAt < pause.until),
				),
		);

	function begin(present: readonly Member[]): void {
		const ids = present.map(({ id }) => id);
		for (const role of used) turns.set(role, beginSession(turnsOf(role), ids));
	}
	const turnsOf = (role: Role): Turns => turns.get(role) ?? noTurns;
	const take = (role: Role, id: string, at: number) => turns.set(role, takeTurn(turnsOf(role), id, at));

	for (const session of inOrder(rotation.history)) {
		const present = presentAt(session);
		begin(present);
		for (const role of used) {
			const holder = session.held[role];
			// Turns of an earlier stay in the group are not counted: who comes back is a newcomer.
			if (holder !== undefined && present.some(({ id }) => id === holder))
				take(role, holder, session.startsAt);
		}
	}

	return inOrder(rotation.upcoming).flatMap((session) => {
		const present = presentAt(session);
		begin(present);
		const held = new Map<Role, { memberId: string | null; reason: TurnReason | null }>();
		for (const role of used) {
			const settled = session.settled[role];
			if (settled !== undefined) held.set(role, { memberId: settled, reason: null });
		}
		const mayHave = (role: Role, id: string) => !passed.has(`${session.id} ${role} ${id}`);
		const busy = () => new Set([...held.values()].map(({ memberId }) => memberId));

		if (used.includes('presenter') && !held.has('presenter')) {
			const inTurn = byTurn(turnsOf('presenter'), present, cases).filter(({ id }) =>
				mayHave('presenter', id),
			);
			const [first] = inTurn.filter(({ id }) => !busy().has(id));
			const chosen = first ?? inTurn[0];
			if (chosen !== undefined) {
				const reason =
					first === undefined ? 'too-few-people' : reasonFor(turnsOf('presenter'), first.id, cases);
				held.set('presenter', { memberId: chosen.id, reason });
			}
		}

		const open = used.filter((role) => !held.has(role));
		const free = present.filter(({ id }) => !busy().has(id));
		const given = assign(
			open.map((role) => ({ role, turns: turnsOf(role), inTurn: byTurn(turnsOf(role), present, null) })),
			free.map(({ id }) => id),
			mayHave,
		);
		for (const role of open) {
			const memberId = given.get(role) ?? leastBusy(role);
			if (memberId === undefined) continue;
			const isSpare = !given.has(role);
			const reason = isSpare ? 'too-few-people' : reasonAmong(role, memberId);
			held.set(role, { memberId, reason });
		}

		/** Someone who has a role already, when everybody has: not the presenter if it can be helped. */
		function leastBusy(role: Role): string | undefined {
			const count = (id: string) => [...held.values()].filter(({ memberId }) => memberId === id).length;
			const presenter = held.get('presenter')?.memberId;
			const rank = (id: string) => count(id) + (id === presenter ? everyRole.length : 0);
			return byTurn(turnsOf(role), present, null)
				.filter(({ id }) => mayHave(role, id))
				.map(({ id }, index) => ({ id, index }))
				.sort((a, b) => rank(a.id) - rank(b.id) || a.index - b.index)[0]?.id;
		}

		function reasonAmong(role: Role, memberId: string): TurnReason {
			const [first] = byTurn(turnsOf(role), present, null).filter(({ id }) => mayHave(role, id));
			return first?.id === memberId ? reasonFor(turnsOf(role), memberId, null) : 'is-free';
		}

		for (const role of used) {
			const holder = held.get(role)?.memberId;
			if (holder === null || holder === undefined) continue;
			take(role, holder, session.startsAt);
			if (role === 'presenter') cases.set(holder, Math.max(0, (cases.get(holder) ?? 0) - 1));
		}
		return used.map((role) => ({
			sessionId: session.id,
			role,
			memberId: held.get(role)?.memberId ?? null,
			reason: held.get(role)?.reason ?? null,
		}));
	});
}

/** Everybody present, in the order in which the role is theirs. Those served in this round come last. */
function byTurn(
	turns: Turns,
	present: readonly Member[],
	cases: ReadonlyMap<string, number> | null,
): readonly Member[] {
	const rank = (id: string): number[] => {
		const served = servedUpTo(turns, id);
		// Of those who missed a round, the one who missed it for longest; a case changes nothing there.
		const isBehind = missedATurn(turns, id);
		return [
			isBehind ? served - turns.round : Math.max(0, served - turns.round + 1),
			!isBehind && cases !== null && (cases.get(id) ?? 0) > 0 ? 0 : 1,
		];
	};
	return [...present].sort((a, b) => {
		const [one, other] = [rank(a.id), rank(b.id)];
		return (
			(one[0] ?? 0) - (other[0] ?? 0) ||
			(one[1] ?? 0) - (other[1] ?? 0) ||
			(turns.last.get(a.id) ?? a.joinedAt) - (turns.last.get(b.id) ?? b.joinedAt) ||
			a.joinedAt - b.joinedAt ||
			compare(a.id, b.id)
		);
	});
}

function reasonFor(turns: Turns, id: string, cases: ReadonlyMap<string, number> | null): TurnReason {
	if (missedATurn(turns, id)) return 'missed-a-turn';
	if (cases !== null && (cases.get(id) ?? 0) > 0) return 'has-a-case';
	return turns.last.has(id) ? 'waited-longest' : 'never-had-it';
}

function inOrder<T extends Gathering>(sessions: readonly T[]): T[] {
	return [...sessions].sort((a, b) => a.startsAt - b.startsAt || compare(a.id, b.id));
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
