/**
 * Roles given out together, one a person. Of all ways to fill as many roles as possible, the one that
 * is best in this order: nobody who missed a turn is passed over for someone who did not; as few as
 * possible have a role again before the others had it once; people with most roles still to come in
 * their rounds have one; and then, role by role, who comes first in the turn.
 *
 * That people with most roles to come are served first is what lets every round end without anybody
 * having to have two roles at once (as edges of a bipartite graph are coloured).
 */
import type { Role } from './roles.ts';
import { servedUpTo, type Turns } from './turns.ts';

interface OpenRole {
	readonly role: Role;
	readonly turns: Turns;
	/** Everybody present, in the order in which the role is theirs. */
	readonly inTurn: readonly { readonly id: string }[];
}

/** By weight, most telling first; the smallest list wins. */
type Cost = readonly number[];

/** Who has which role; a role without anybody is left out. */
export function assign(
	open: readonly OpenRole[],
	free: readonly string[],
	mayHave: (role: Role, id: string) => boolean,
): ReadonlyMap<Role, string> {
	const people = [...free].sort();
	const outstanding = new Map(
		people.map((id) => [
			id,
			open.reduce((sum, { turns }) => sum + Math.max(0, Math.min(1, turns.round - servedUpTo(turns, id))), 0),
		]),
	);

	function cost({ role, turns, inTurn }: OpenRole, index: number, id: string): Cost | null {
		if (!mayHave(role, id)) return null;
		const behind = turns.round - servedUpTo(turns, id);
		const places = open.map((_, other) => (other === index ? inTurn.findIndex((one) => one.id === id) : 0));
		return [
			-1, // a role that is filled
			Math.max(0, 1 - behind), // had it in this round already
			-Math.max(0, behind - 1), // missed rounds before
			-(outstanding.get(id) ?? 0),
			...places,
		];
	}

	const width = 4 + open.length;
	const nothing: Way = { cost: Array.from({ length: width }, () => 0), given: new Map() };
	/** The best way to fill each set of roles with the people looked at so far. */
	let best = new Map<number, Way>([[0, nothing]]);
	for (const id of people) {
		const next = new Map(best);
		for (const [filled, way] of best) {
			for (const [index, one] of open.entries()) {
				const bit = 1 << index;
				if ((filled & bit) !== 0) continue;
				const more = cost(one, index, id);
				if (more === null) continue;
				const sum = way.cost.map((value, place) => value + (more[place] ?? 0));
				const known = next.get(filled | bit);
				if (known !== undefined && compare(known.cost, sum) <= 0) continue;
				next.set(filled | bit, { cost: sum, given: new Map(way.given).set(one.role, id) });
			}
		}
		best = next;
	}
	return [...best.values()].reduce((one, other) => (compare(other.cost, one.cost) < 0 ? other : one)).given;
}

interface Way {
	readonly cost: Cost;
	readonly given: ReadonlyMap<Role, string>;
}

function compare(a: Cost, b: Cost): number {
	for (const [index, value] of a.entries()) {
		const difference = value - (b[index] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}
