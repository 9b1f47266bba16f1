/**
 * Between which members there may be a conflict of interest, from what each of them stated in
 * confidence. The answer is pairs and nothing else: neither a name that was stated nor which kind.
 *
 * Two members may be in conflict when both name the same organisation (as employer or as partner),
 * when one names the other as a partner, or when their territories meet.
 */
import { organisationKey, personKey, placeKey } from './names.ts';

export interface Statement {
	readonly accountId: string;
	/** As they appear in the group. */
	readonly name: string;
	readonly employers: readonly string[];
	readonly partners: readonly string[];
	readonly territories: readonly string[];
}

/** The ids of each two, the smaller one first; in order. */
export function possibleConflicts(statements: readonly Statement[]): [string, string][] {
	const people = statements.map(asCompared);
	const pairs: [string, string][] = [];
	for (const [index, one] of people.entries()) {
		for (const other of people.slice(index + 1)) {
			if (one.accountId === other.accountId || !mayConflict(one, other)) continue;
			pairs.push(
				one.accountId < other.accountId ? [one.accountId, other.accountId] : [other.accountId, one.accountId],
			);
		}
	}
	return pairs.sort((a, b) => (a.join() < b.join() ? -1 : 1));
}

interface Compared {
	readonly accountId: string;
	readonly self: string | null;
	readonly organisations: ReadonlySet<string>;
	readonly people: ReadonlySet<string>;
	readonly places: ReadonlySet<string>;
}

function asCompared({ accountId, name, employers, partners, territories }: Statement): Compared {
	return {
		accountId,
		self: personKey(name),
		organisations: keysOf([...employers, ...partners], organisationKey),
		people: keysOf([...employers, ...partners], personKey),
		places: keysOf(territories, placeKey),
	};
}

function mayConflict(one: Compared, other: Compared): boolean {
	return (
		!one.organisations.isDisjointFrom(other.organisations) ||
		!one.places.isDisjointFrom(other.places) ||
		(other.self !== null && one.people.has(other.self)) ||
		(one.self !== null && other.people.has(one.self))
	);
}

function keysOf(names: readonly string[], key: (name: string) => string | null): ReadonlySet<string> {
	return new Set(names.map(key).filter((found) => found !== null));
}
