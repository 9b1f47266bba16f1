import type { Method } from '@entrepairs/methods/method';
import type { Room } from './state.ts';

/** Who will present, in order: one, or whoever was to present and then everybody else who does not look on. */
export function presentersOf(
	room: Pick<Room, 'presenters' | 'roles'>,
	{ rounds }: Pick<Method, 'rounds'>,
	people: readonly string[],
): readonly string[] {
	if (rounds === 'one') return room.presenters.slice(0, 1);
	const lookOn = room.roles.filter(({ role }) => role === 'observer').map(({ accountId }) => accountId);
	const [first] = room.presenters;
	const order = first !== undefined && people.includes(first) ? [first, ...people] : people;
	return [...new Set(order)].filter((one) => !lookOn.includes(one));
}
