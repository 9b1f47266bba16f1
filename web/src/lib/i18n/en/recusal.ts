/** Leaving a case that one recognises, in English. */
import type { recusal as french } from '../fr/recusal.ts';

export const recusal: typeof french = {
	open: 'I recognise the situation',
	title: 'I recognise the situation',
	effect: 'You lose access to this case at once, for good and on all your devices.',
	others:
		'Nobody learns who withdrew or why: neither the group, nor its facilitator, nor the moderators. The others only read that one person is absent from this case.',
	asked:
		'You were asked to read this case: whoever opened it will see that you no longer do, and can ask someone else. Nobody learns your reasons.',
	known: 'What you wrote in it stays there.',
	final: 'You cannot take this back.',
	confirm: 'Withdraw',
	done: 'You no longer have access to this case.',
	absent: (count) =>
		count === 1 ? '1 person is absent from this case' : `${count} people are absent from this case`,
};
