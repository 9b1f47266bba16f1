/** Whom a method counts on and who is not there, before its stages begin. */
import type { RoomRole } from '@entrepairs/methods/method';
import { presentersOf } from './presenters.ts';
import { partiesOf } from './rights.ts';
import type { Room } from './state.ts';

export interface Missing {
	/** So many fewer than the method is meant for. */
	readonly people: number;
	/** Roles that it asks for, and for how many people still. */
	readonly roles: readonly { readonly role: RoomRole; readonly count: number }[];
	/** Why it cannot be held so: a stage would begin in which nobody has the word. */
	readonly why: 'too-few-people' | 'role-missing' | null;
}

/**
 * What is missing of a method that was chosen. Most of it a group may judge for itself: a reflecting team of
 * one still reflects. It cannot work where nobody at all could speak in a stage, but for whoever guards the
 * frame. `people` are there, or of the group where nobody needs to be.
 */
export function whoIsMissing(room: Room, people: readonly string[]): Missing {
	const definition = room.method?.definition;
	if (definition === undefined) return { people: 0, roles: [], why: null };
	const held = (role: RoomRole) =>
		room.roles.filter((one) => one.role === role && people.includes(one.accountId)).length;
	const roles = definition.roles
		.map(({ role, least }) => ({ role, count: Math.max(0, least - held(role)) }))
		.filter(({ count }) => count > 0);
	const presenters = presentersOf(room, definition, people);
	const silent = definition.stages.filter(({ speaks, presenter: part }) =>
		presenters.some((presenter) => {
			const inTurn: Room = { ...room, presenters: [presenter], plan: [], at: 0 };
			return !people.some(
				(one) =>
					(part === 'in' || one !== presenter) &&
					partiesOf(inTurn, one).some((party) => speaks.includes(party)),
			);
		}),
	);
	const isAlone = people.length < 2 || silent.some(({ speaks }) => speaks.includes('peer'));
	const isUnheld = silent.some(({ speaks }) => roles.some(({ role }) => speaks.includes(role)));
	return {
		people: Math.max(0, definition.people.least - people.length),
		roles,
		why: isAlone ? 'too-few-people' : isUnheld ? 'role-missing' : null,
	};
}
