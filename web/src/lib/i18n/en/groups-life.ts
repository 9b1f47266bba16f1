/** How a group is found, waited for, held, left, paused and ended, in English. */
import type { Messages } from '../fr.ts';

const people = (count: number) => (count === 1 ? `${count} person` : `${count} people`);

export const groupsLife: Messages['groupsLife'] = {
	directory: {
		search: 'Search the groups',
		words: 'Words of the name or purpose',
		language: 'Language',
		languages: { fr: 'In French', en: 'In English' },
		field: 'Field of practice',
		method: 'Method',
		any: 'Any',
		withPlaces: 'With a free place',
		submit: 'Search',
		clear: 'Clear all',
		found: (count) => (count === 1 ? `${count} group` : `${count} groups`),
		none: 'No group answers this search.',
		noneHint: 'Take a filter away, or search with fewer words.',
		pages: 'Pages of the directory',
		page: (page, pages) => `Page ${page} of ${pages}`,
		previous: 'Previous page',
		next: 'Next page',
		more: 'More filters',
	},

	requests: {
		title: 'My requests',
		waiting: 'The moderators have not answered yet.',
		listed: (position) =>
			position === 1
				? 'The group is full. You are first on the waiting list.'
				: `The group is full. You are number ${position} on the waiting list.`,
		offered: (when) => `You are offered a place. Answer before ${when}.`,
		take: 'Take the place',
		decline: 'Let it go',
		taken: 'You are in the group.',
		declined: 'The place goes to the next person.',
		leaveList: 'Leave the waiting list',
		leftList: 'You are not on the waiting list any more.',
		onlyInvited: 'One comes in by invitation: it is not possible to ask.',
		fullHint: 'The group is full: a request that is accepted goes on its waiting list.',
		offerWaits: (group) => `You are offered a place in “${group}”.`,
		onList: (group, position) => `You are number ${position} on the waiting list of “${group}”.`,
		answer: 'Answer the offer',
	},

	moderation: {
		invited: 'Invited by the group',
		noMessage: 'This person comes by an invitation link, without a message.',
		fullEffect: 'The group is full: once accepted, the person goes on the waiting list.',
		listed: (name) => `${name} is on the waiting list.`,
		position: (position) => `number ${position}`,
		offeredUntil: (when) => `offered until ${when}`,
		byGroup: (name, when) => `invitation by ${name}, accepted on ${when}`,
	},

	settings: {
		title: 'Settings of the group',
		nav: 'Settings',
		identity: 'What the group says of itself',
		identityHint: 'Shown in the directory of the organisation.',
		save: 'Save the settings',
		saved: 'The settings are saved.',
		cases: 'Cases',
		onThisPage: 'On this page',
	},

	people: {
		away: (day) => `away until ${day}`,
		makeFacilitator: 'Make facilitator too',
		makeFacilitatorTo: (name) => `Make ${name} facilitator too`,
		makeEffect: (name) =>
			`${name} will be able to change the settings, invite people, plan sessions and end the group. You keep your role, and cannot take theirs away.`,
		confirmMake: 'Make facilitator',
		nobodyElse: 'There is nobody else to make facilitator.',
		madeFacilitator: (name) => `${name} facilitates the group too.`,
		stepDown: 'Stop facilitating',
		stepDownTitle: 'Stop facilitating this group',
		stepDownEffect: 'You stay a member. Others hold the settings and the sessions.',
		steppedDown: 'You do not facilitate this group any more.',
	},

	own: {
		title: 'My place',
		pause: 'Be away for a while',
		pauseTitle: 'Be away for a while',
		pauseEffect:
			'You keep your place and your access to the group. Until that day included, you are given no role and the group does not count on you.',
		until: 'Last day away',
		confirmPause: 'Be away',
		paused: 'You are away. Your place is kept.',
		isPaused: (day) => `You are away until ${day}. Your place is kept.`,
		back: 'Be back now',
		isBack: 'You are back in the group.',
		leave: 'Leave the group',
		leaveTitle: (group) => `Leave “${group}”`,
		leaveEffect:
			'You lose access to the sessions and cases of the group this very moment, on all your devices. What you have written there stays with the group. Your journal stays yours.',
		leaveLast:
			'You are alone in this group: leaving it ends it for ever, and nobody will read what is written there any more.',
		leaveHandOver:
			'You alone facilitate this group. Make somebody else facilitator first, in the settings of the group.',
		confirmLeave: 'Leave the group',
		left: (group) => `You have left “${group}”.`,
	},

	pause: {
		title: 'A pause of the group',
		lead: 'During the pause no session is held. Everybody keeps their place and goes on reading.',
		from: 'First day',
		until: 'Last day',
		untilHint: 'Leave it empty for a pause without an end.',
		submit: 'Pause the group',
		done: 'The pause is saved. The members are told.',
		resume: 'Hold sessions again',
		resumed: 'Sessions are held again. The members are told.',
		isOn: (from) => `The group has been paused since ${from}.`,
		isOnUntil: (from, until) => `The group is paused from ${from} to ${until} included.`,
		willBe: (from) => `The group will be paused from ${from}.`,
		tag: 'Paused',
		noSession: 'No session during the pause.',
		noSessionHint: 'Sessions planned after it will be shown here.',
	},

	end: {
		title: 'Ending the group',
		lead: 'When the group has come to the end of its road.',
		open: 'End the group',
		effects: (members) => [
			`For everybody (${people(members)}): no more sessions, no new cases, nothing more to write.`,
			'Members go on reading the cases, for as long as they stay in the group.',
			'Requests, the waiting list and invitations are closed; those who wait are told.',
			'A group that has ended does not open again.',
		],
		reason: 'A few words for the members',
		reasonHint: 'Why the group ends. Nothing that is about a case.',
		confirmation: (name) => `To confirm, write the name of the group: ${name}`,
		confirm: 'End the group for good',
		done: 'The group has ended.',
		tag: 'Ended',
		ended: (when) => `This group ended on ${when}.`,
		endedHint: 'You can still read what it has written. Nothing new opens in it.',
	},
};
