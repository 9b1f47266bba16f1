/** What a stage allows to whoever has a role in it: as the room will judge (room/rights.ts). */
import type { Method, Party, SectionKey, Stage } from '@entrepairs/methods/method';

export interface Allowed {
	readonly speaks: boolean;
	readonly sections: readonly SectionKey[];
	/** They may add to what is gathered. */
	readonly gathers: boolean;
}

/** Whether whoever is all of these takes part as one of the peers as well. */
export function isPeerBeside(
	{ facilitatorIsPeer }: Pick<Method, 'facilitatorIsPeer'>,
	parties: readonly Party[],
): boolean {
	const apart: readonly Party[] = ['presenter', 'observer', 'co-facilitator'];
	return parties.every((party) => !apart.includes(party) && (party !== 'facilitator' || facilitatorIsPeer));
}

/** Of a stage of a method, what it allows to a party. */
export function allowedTo(
	method: Pick<Method, 'facilitatorIsPeer'>,
	stage: Omit<Stage, 'choice'>,
	party: Party,
): Allowed {
	if (party === 'presenter' && stage.presenter !== 'in')
		return { speaks: false, sections: [], gathers: false };
	const isPeer = isPeerBeside(method, [party]);
	const isAmong = (parties: readonly Party[]) =>
		parties.includes(party) || (isPeer && parties.includes('peer'));
	return {
		// Whoever holds the frame may always speak: they guard it.
		speaks: party === 'facilitator' || isAmong(stage.speaks),
		sections: stage.writes.filter(({ by }) => isAmong(by)).map(({ section }) => section),
		gathers: stage.gathers !== null && isAmong(stage.speaks),
	};
}
