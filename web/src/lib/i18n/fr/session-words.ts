/** What attendance, the room and the minutes call by the same names, in French. */
import type { Party } from '@entrepairs/methods/method';

export const roles: Record<Party, string> = {
	presenter: 'Exposant·e',
	facilitator: 'Animateur·rice',
	'co-facilitator': 'Co-animateur·rice',
	interviewer: 'Intervieweur·se',
	reflector: 'Équipe réfléchissante',
	timekeeper: 'Gardien·ne du temps',
	scribe: 'Secrétaire',
	observer: 'Observateur·rice',
	peer: 'Pair',
};

/** How a session was for somebody, 1 to 4. */
export const evaluations: Record<number, string> = {
	1: 'difficile',
	2: 'mitigée',
	3: 'utile',
	4: 'très utile',
};
