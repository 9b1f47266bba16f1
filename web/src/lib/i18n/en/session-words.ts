/** What attendance, the room and the minutes call by the same names, in English. */
import type { Party } from '@entrepairs/methods/method';

export const roles: Record<Party, string> = {
	presenter: 'Presenter',
	facilitator: 'Facilitator',
	'co-facilitator': 'Co-facilitator',
	interviewer: 'Interviewer',
	reflector: 'Reflecting team',
	timekeeper: 'Timekeeper',
	scribe: 'Scribe',
	observer: 'Observer',
	peer: 'Peer',
};

/** How a session was for somebody, 1 to 4. */
export const evaluations: Record<number, string> = {
	1: 'difficult',
	2: 'mixed',
	3: 'useful',
	4: 'very useful',
};
