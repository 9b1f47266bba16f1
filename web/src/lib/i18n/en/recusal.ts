/** Leaving a case that one recognises, in English. */
import type { recusal as french } from '../fr/recusal.ts';

export const recusal: typeof french = {
	open: 'I recognise the situation',
	title: 'I recognise the situation',
	effect: 'You lose access to this case at once, for good and on all your devices.',
	others:
		'Nobody learns who withdrew or why: neither the group, nor its facilitator, nor the moderators. The others only read that one person is absent from this case.',
	known: 'What you wrote in it stays there.',
	final: 'You cannot take this back.',
	confirm: 'Withdraw',
	done: 'You no longer have access to this case.',
	absent: (count) =>
		count === 1 ? '1 person is absent from this case' : `${count} people are absent from this case`,
};
