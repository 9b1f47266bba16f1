/** What each person is in a stage, and so what they may do there. */
import type { Party } from '@entrepairs/methods/method';
import { isPeerBeside } from '../method/party.ts';
import { stageUnderWay } from './plan.ts';
import type { Room } from './state.ts';

/** Who presents in the round under way; before the stages, who would. */
export function presenterOf(room: Room): string | null {
	const round = room.plan[room.at]?.round ?? 0;
	return room.presenters[round] ?? null;
}

/**
 * What somebody is in the room now. Whoever holds the frame is the facilitator, stand-ins too. Everybody
 * else but the presenter and the observers is a peer; so is the facilitator where the method says so.
 */
export function partiesOf(room: Room, accountId: string): readonly Party[] {
	const presents = presenterOf(room) === accountId;
	const holdsFrame = room.frame.heldBy === accountId;
	const others = room.roles.filter(
		(held) => held.accountId === accountId && held.role !== 'presenter' && held.role !== 'facilitator',
	);
	const own: Party[] = [
		...(presents ? (['presenter'] as const) : []),
		...(holdsFrame ? (['facilitator'] as const) : []),
		...others.map(({ role }) => role),
	];
	const method = room.method?.definition ?? { facilitatorIsPeer: true };
	return isPeerBeside(method, own) ? [...own, 'peer'] : own;
}

function isAmong(room: Room, accountId: string, parties: readonly Party[]): boolean {
	return partiesOf(room, accountId).some((one) => parties.includes(one));
}

/** Whether the presenter only listens in the stage under way, or has turned away. */
function isSilenced(room: Room, accountId: string): boolean {
	const stage = stageUnderWay(room);
	return stage !== null && stage.presenter !== 'in' && presenterOf(room) === accountId;
}

/**
 * Outside the stages everybody may. Whoever holds the frame may always, since they guard it, unless they
 * present and only listen: that is stronger.
 */
export function maySpeak(room: Room, accountId: string): boolean {
	const stage = stageUnderWay(room);
	if (stage === null) return true;
	if (isSilenced(room, accountId)) return false;
	return room.frame.heldBy === accountId || isAmong(room, accountId, stage.speaks);
}

/** Of these sections of the situation, those in which somebody may write now; null: the room says nothing. */
export function sectionsOf(
	room: Room,
	accountId: string,
	sections: readonly string[],
): readonly string[] | null {
	const stage = stageUnderWay(room);
	if (stage === null) return null;
	if (room.inDanger || isSilenced(room, accountId)) return [];
	// What is gathered is shown first: what stands there already would be followed.
	const closed = isGathering(room) ? stage.gathers : null;
	return sections.filter(
		(section) =>
			section !== closed &&
			stage.writes.some((write) => write.section === section && isAmong(room, accountId, write.by)),
	);
}

/** Whether the stage under way gathers, and nothing of it was shown yet. */
export function isGathering(room: Room): boolean {
	const planned = room.plan[room.at];
	if (planned === undefined || room.caseId === null) return false;
	return Boolean(stageUnderWay(room)?.gathers) && !room.revealed.includes(planned.key);
}

/** Whether somebody may add to what is gathered in the stage under way. */
export function mayContribute(room: Room, accountId: string): boolean {
	const stage = stageUnderWay(room);
	if (stage === null || !isGathering(room) || room.inDanger) return false;
	return !isSilenced(room, accountId) && isAmong(room, accountId, stage.speaks);
}
