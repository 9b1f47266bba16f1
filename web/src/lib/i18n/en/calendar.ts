/** The calendar, and calendars elsewhere, in English. */
import type { calendar as french } from '../fr/calendar.ts';

const sessions = (count: number) =>
	count === 0 ? 'no session' : count === 1 ? '1 session' : `${count} sessions`;

export const calendar: typeof french = {
	title: 'Calendar',
	open: 'Calendar',
	views: { month: 'Month', week: 'Week', list: 'List' },
	view: 'View',
	moving: 'Change period',
	previous: { month: 'Previous month', week: 'Previous week', list: 'Previous month' },
	next: { month: 'Next month', week: 'Next week', list: 'Next month' },
	today: 'Today',
	isToday: 'today',
	weekOf: (first, last) => `${first} to ${last}`,
	keys: 'Arrow keys change the day, Page Up and Page Down the month, Enter opens.',
	group: 'Group',
	allGroups: 'All my groups',
	day: (day, count) => `${day}, ${sessions(count)}`,
	more: (count) => `and ${count} more`,
	none: { month: 'No session this month.', week: 'No session this week.', list: 'No session this month.' },
	cancelled: 'Cancelled',
	moved: 'Moved',
	movedFrom: (when) => `first planned for ${when}`,
	toFeeds: 'See my sessions in another calendar',
	addToCalendar: 'Add to my calendar',

	feeds: {
		title: 'Calendars',
		lead: 'A private address, to see your sessions in the calendar of your phone or your mail. It reads it again by itself.',
		secret:
			'Whoever has this address sees the days, times and places of your sessions. It says nothing of cases or people.',
		none: 'You have no calendar address yet.',
		all: 'All my groups',
		madeOn: (day) => `Address made on ${day}`,
		lastRead: (when) => `last read on ${when}`,
		neverRead: 'never read',
		neutral: 'Neutral titles',
		neutralFor: (name) => `Neutral titles for “${name}”`,
		neutralHint: 'The calendar says “Appointment” instead of the name of the group.',
		neutralOn: 'Titles are neutral from the next reading on.',
		neutralOff: 'Titles say the name of the group from the next reading on.',
		make: 'Make an address',
		scope: 'Sessions of',
		made: 'Here is the address. It is shown only now.',
		address: 'Calendar address',
		addressHint: 'In your calendar, look for “subscribe” or “add by URL”, and paste it.',
		copy: 'Copy the address',
		copied: 'The address is copied.',
		notCopied: 'Copying is not allowed here. Select the address and copy it.',
		subscribe: 'Open in my calendar',
		renew: 'Renew',
		renewTitle: (name) => `Renew the address of “${name}”`,
		renewEffect:
			'The present address stops working at once. You will have to give the new one to each of your calendars.',
		renewConfirm: 'Make a new address',
		end: 'Delete',
		endTitle: (name) => `Delete the address of “${name}”`,
		endEffect:
			'The address stops working at once. Your calendars may keep for a while what they have read already.',
		endConfirm: 'Delete the address',
		ended: 'The address is deleted.',
	},
};
