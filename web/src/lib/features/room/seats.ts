/** The people around the table, as a page shows them: from the room, the group, and who is here. */
import type { GroupMember } from '@entrepairs/contract/groups';
import type { RoomView, Visit } from '@entrepairs/contract/room';
import { stageAt } from '@entrepairs/domain/room/plan';
import { maySpeak, partiesOf, presenterOf } from '@entrepairs/domain/room/rights';
import type { Room } from '@entrepairs/domain/room/state';
import type { Method, Party, RoomRole } from '@entrepairs/methods/method';

export interface Seat {
	readonly accountId: string;
	readonly name: string;
	readonly colour: number;
	readonly isHere: boolean;
	readonly holdsFrame: boolean;
	readonly presents: boolean;
	readonly roles: readonly RoomRole[];
	readonly parties: readonly Party[];
	readonly maySpeak: boolean;
	readonly hasWord: boolean;
	/** Their place among the raised hands, from 1; null: not raised. */
	readonly hand: number | null;
	/** Their place in the round under way, from 1; null: spoken already, or none. */
	readonly turn: number | null;
	readonly checkIn: string | null;
}

/** What was sent, with the method that was sent apart: what the rules of the room read. */
export function asRoom(view: RoomView, method: Method | null): Room {
	const { method: chosen, ...rest } = view;
	return {
		...rest,
		deadline: view.deadline === null ? null : Date.parse(view.deadline),
		method:
			chosen === null || method === null
				? null
				: {
						id: chosen.ref,
						version: chosen.version,
						minutes: chosen.minutes,
						hasClock: chosen.hasClock,
						definition: method,
					},
		evaluations: [],
		passages: view.passages as Room['passages'],
	};
}

/** Those who are here in order of arrival, then the others of the group. */
export function seatsOf(
	room: Room,
	visits: readonly Visit[],
	members: readonly Pick<GroupMember, 'accountId' | 'name' | 'colour'>[],
): Seat[] {
	const here = [...new Map(visits.map((one) => [one.accountId, one])).values()];
	const absent = members.filter(({ accountId }) => !here.some((one) => one.accountId === accountId));
	const { speaking } = room;
	const place = (list: readonly string[] | null, accountId: string) => {
		const index = list?.indexOf(accountId) ?? -1;
		return index === -1 ? null : index + 1;
	};
	return [...here, ...absent].map(({ accountId, name, colour }) => ({
		accountId,
		name,
		colour,
		isHere: here.some((one) => one.accountId === accountId),
		holdsFrame: room.frame.heldBy === accountId,
		presents: presenterOf(room) === accountId,
		roles: room.roles.filter((held) => held.accountId === accountId).map(({ role }) => role),
		parties: partiesOf(room, accountId),
		maySpeak: maySpeak(room, accountId),
		hasWord: speaking.by === accountId,
		hand: place(speaking.hands, accountId),
		turn: place(speaking.round, accountId),
		checkIn: room.checkIns.find((one) => one.accountId === accountId)?.word ?? null,
	}));
}

/** The stage at a place of the plan; null where there is none, or no method yet. */
export function stageIn(room: Room, index: number) {
	const planned = room.plan[index];
	return planned === undefined || room.method === null ? null : stageAt(room.method.definition, planned.path);
}
