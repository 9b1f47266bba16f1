/** Inviting somebody by a link, and being invited, in English. */
import type { Messages } from '../fr.ts';

export const invitations: Messages['invitations'] = {
	title: 'Inviting people',
	lead: 'A link for one person. You send it yourself: we keep neither their name nor their address.',
	days: 'Valid for',
	dayChoices: { 1: 'One day', 3: 'Three days', 7: 'One week', 14: 'Two weeks', 30: 'Thirty days' },
	make: 'Make an invitation link',
	made: 'The link is ready.',
	once: 'Copy it now: it will not be shown again. It works once.',
	link: 'Invitation link',
	copy: 'Copy the link',
	copied: 'The link is copied.',
	notCopied: 'Copying did not work: select the link and copy it by hand.',
	open: 'Open invitations',
	none: 'No invitation is open.',
	by: (name, when) => `Made by ${name} on ${when}`,
	until: (when) => `valid until ${when}`,
	revoke: 'Revoke this invitation',
	revoked: 'The invitation is revoked: its link leads nowhere now.',

	received: 'Invitation to a group',
	invites: (name) => `${name} invites you to join this group.`,
	members: (count) => (count === 1 ? `${count} member` : `${count} members`),
	effects: {
		member: 'If you accept, you are in the group at once.',
		'waiting-list':
			'The group is full. If you accept, you are on its waiting list, and you are offered a place when your turn comes.',
		request:
			'If you accept, your request goes to the moderators of the organisation, who answer with a reason.',
		'already-member': 'You are in this group already. Somebody else can use this invitation.',
	},
	accept: 'Accept the invitation',
	decline: 'Decline',
	declineTitle: 'Decline this invitation',
	declineEffect: 'The link cannot be used any more. The group is not shown your name.',
	declined: 'You have declined the invitation.',
	led: {
		member: 'You are in the group.',
		'waiting-list': 'You are on the waiting list of the group.',
		request: 'Your request is sent to the moderators.',
	},
	seeGroup: 'Go to the group',
	seeGroups: 'See the groups',
	invalid: 'This invitation leads nowhere',
	invalidHint:
		'The link is incomplete, used already, revoked, or its time is over. Ask the person who invited you for a new one.',
};
