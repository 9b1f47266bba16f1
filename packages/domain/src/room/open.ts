import type { RoleHeld, Room } from './state.ts';

/** A room that somebody enters first. Who is to present or to hold the frame may not be here yet. */
export function openRoom(given: {
	readonly at: number;
	readonly by: string;
	readonly roles: readonly RoleHeld[];
	/** Who is to hold the frame. */
	readonly facilitatorId: string | null;
	readonly caseId: string | null;
}): Room {
	const presenter = given.roles.find(({ role }) => role === 'presenter');
	return {
		mode: 'live',
		phase: 'lobby',
		method: null,
		caseId: given.caseId,
		// The frame is no role; one person presents, and in turn only once the method says so.
		roles: given.roles.filter(
			(one) => one.role !== 'facilitator' && (one.role !== 'presenter' || one === presenter),
		),
		presenters: presenter === undefined ? [] : [presenter.accountId],
		choices: {},
		plan: [],
		at: 0,
		clock: null,
		deadline: null,
		inDanger: false,
		frame: { heldBy: given.facilitatorId, backTo: null },
		speaking: { by: null, since: null, hands: [], round: null },
		spoken: [],
		checkIns: [],
		revealed: [],
		takeAways: [],
		evaluations: [],
		keepTimes: [],
		passages: [{ at: given.at, by: given.by, what: 'opened', stage: null }],
	};
}
