/**
 * Which slot of a poll suits a group best, and why. What counts, in this order:
 *
 * 1. how many can come (yes, or if need be);
 * 2. how few of them only if need be;
 * 3. how many of those who facilitate can come;
 * 4. how early it is.
 *
 * Another yes for a slot can only bring it forward, and nothing depends on the order in which people,
 * slots or votes are given. Who has not said anything is counted neither as able nor as unable.
 */

export type Vote = 'yes' | 'if-need-be' | 'no';

/** How many a session of peers needs in order to be one, where the group has not said. */
export const QUORUM = 4;

export interface PolledSlot {
	readonly id: string;
	readonly startsAt: Date;
}

export interface PolledPerson {
	readonly id: string;
	readonly facilitates: boolean;
	/** Away from the group for a while: welcome, but not waited for. */
	readonly isOptional: boolean;
}

export interface CastVote {
	readonly slotId: string;
	readonly personId: string;
	readonly vote: Vote;
}

/** A slot with what speaks for it and against it. People are named by id, in the order they were given. */
export interface RankedSlot {
	readonly slotId: string;
	readonly yes: readonly string[];
	readonly ifNeedBe: readonly string[];
	readonly cannot: readonly string[];
	/** Those who are waited for and have not said anything about this slot. */
	readonly silent: readonly string[];
	/** Whether enough people can come. */
	readonly hasQuorum: boolean;
	readonly facilitators: 'all' | 'some' | 'none';
	/** What puts it before the next one; null for the last one. */
	readonly ahead: 'more-people' | 'fewer-if-need-be' | 'facilitators' | 'earlier' | null;
}

/** The slots, the best first. */
export function rankSlots(
	slots: readonly PolledSlot[],
	people: readonly PolledPerson[],
	votes: readonly CastVote[],
	quorum: number = QUORUM,
): RankedSlot[] {
	const bySlot = new Map<string, Map<string, Vote>>(slots.map(({ id }) => [id, new Map()]));
	for (const { slotId, personId, vote } of votes) bySlot.get(slotId)?.set(personId, vote);
	const weighed = slots
		.map((slot) => weigh(slot, people, bySlot.get(slot.id) ?? new Map(), quorum))
		.sort(compare);
	return weighed.map((one, place) => {
		const next = weighed[place + 1];
		return { ...one.ranked, ahead: next === undefined ? null : whatDecides(one, next) };
	});
}

/** The slot to propose: the first one to which anybody can come; null when there is none. */
export function bestSlot(ranking: readonly RankedSlot[]): RankedSlot | null {
	const [first] = ranking;
	return first !== undefined && first.yes.length + first.ifNeedBe.length > 0 ? first : null;
}

interface Weighed {
	readonly able: number;
	readonly ifNeedBe: number;
	readonly facilitators: number;
	readonly startsAt: number;
	readonly ranked: Omit<RankedSlot, 'ahead'>;
}

function weigh(
	slot: PolledSlot,
	people: readonly PolledPerson[],
	votes: ReadonlyMap<string, Vote>,
	quorum: number,
): Weighed {
	const saying = (vote: Vote) => people.filter(({ id }) => votes.get(id) === vote).map(({ id }) => id);
	const yes = saying('yes');
	const ifNeedBe = saying('if-need-be');
	const able = new Set([...yes, ...ifNeedBe]);
	const facilitators = people.filter(({ facilitates }) => facilitates);
	const ableFacilitators = facilitators.filter(({ id }) => able.has(id)).length;
	return {
		able: able.size,
		ifNeedBe: ifNeedBe.length,
		facilitators: ableFacilitators,
		startsAt: slot.startsAt.getTime(),
		ranked: {
			slotId: slot.id,
			yes,
			ifNeedBe,
			cannot: saying('no'),
			silent: people.filter(({ id, isOptional }) => !isOptional && !votes.has(id)).map(({ id }) => id),
			hasQuorum: able.size >= quorum,
			facilitators:
				ableFacilitators === facilitators.length ? 'all' : ableFacilitators === 0 ? 'none' : 'some',
		},
	};
}

function compare(a: Weighed, b: Weighed): number {
	return (
		b.able - a.able ||
		a.ifNeedBe - b.ifNeedBe ||
		b.facilitators - a.facilitators ||
		a.startsAt - b.startsAt ||
		// Two slots at one moment differ in nothing that matters; still, the answer is always the same.
		(a.ranked.slotId < b.ranked.slotId ? -1 : 1)
	);
}

function whatDecides(one: Weighed, next: Weighed): RankedSlot['ahead'] {
	if (one.able !== next.able) return 'more-people';
	if (one.ifNeedBe !== next.ifNeedBe) return 'fewer-if-need-be';
	return one.facilitators === next.facilitators ? 'earlier' : 'facilitators';
}
