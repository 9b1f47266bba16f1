import type { RoomAction } from '@entrepairs/contract/room';
import type { RoomRefusal } from '@entrepairs/domain/room/action';
import { conflict, invalid, notAllowed, type Refusal } from '../../platform/refusal.ts';

/** Which field of an action names what is not there to be chosen. */
const chosen: Partial<Record<RoomAction['do'], string>> = {
	'choose-method': 'mode',
	'choose-case': 'caseId',
	'choose-way': 'way',
	'take-role': 'role',
	'give-word': 'to',
};

/** Why the rules of the room refuse an action, in the words of the contract. */
export function asRefusal(why: RoomRefusal, action: RoomAction): Refusal {
	switch (why) {
		case 'not-yours':
			return notAllowed;
		case 'not-offered':
			return invalid(chosen[action.do] ?? 'do', 'not-offered');
		case 'not-now':
			return conflict('room-not-now');
		case 'no-method':
			return conflict('room-no-method');
		case 'no-presenter':
			return conflict('room-no-presenter');
		case 'not-here':
			return conflict('room-not-here');
		case 'too-few-people':
			return conflict('room-too-few-people');
		case 'role-missing':
			return conflict('room-role-missing');
		case 'role-taken':
			return conflict('room-role-taken');
		case 'nothing-chosen':
			return conflict('room-nothing-chosen');
	}
}
