import type { Room } from './state.ts';

/**
 * What somebody sees of the room: no times of speaking before the closing, and of the others' evaluations
 * only how many gave which. The method is sent apart.
 */
export function visibleTo(room: Room, accountId: string) {
	const { method, evaluations, spoken, presses: _, ...shown } = room;
	const isClosing = room.phase === 'closing' || room.phase === 'ended';
	return {
		...shown,
		method:
			method === null
				? null
				: { ref: method.id, version: method.version, minutes: method.minutes, hasClock: method.hasClock },
		spoken: isClosing ? spoken : [],
		evaluations: ([1, 2, 3, 4] as const)
			.map((value) => ({ value, count: evaluations.filter((one) => one.value === value).length }))
			.filter(({ count }) => count > 0),
		myEvaluation: evaluations.find((one) => one.accountId === accountId)?.value ?? null,
	};
}
