/** Sharing a draft, and reading it before the group does, in English. */
import type { sharing as french } from '../fr/sharing.ts';

export const sharing: typeof french = {
	title: 'Share with the group',
	lead: 'A last reading, then the text leaves. Only the text below is sent: not the draft, nor its history, nor the key.',
	back: 'Back to the draft',
	notYet: 'This draft cannot be shared yet.',
	missing: {
		title: 'A title is missing.',
		text: 'The text is empty.',
		looking: 'The text is being looked at.',
		unavailable: 'The detector could not be loaded: nothing was checked.',
		findings: (count) =>
			count > 1
				? `${count} findings are neither replaced nor kept with a reason.`
				: 'One finding is neither replaced nor kept with a reason.',
		stray: 'Some text is left in a section that is not in the outline.',
		long: (limit) => `The text is longer than ${limit} characters: shorten it.`,
		titleLong: (limit) => `The title is longer than ${limit} characters.`,
		unread: (count) =>
			count > 1 ? `${count} passages are still to be read.` : 'One passage is still to be read.',
		reread: 'Confirm that you have read the text again.',
		session: 'Choose a session.',
		reader: 'Choose who will read it.',
	},

	readTitle: 'The text, as the others will see it',
	readHint: 'Read it as someone would who knows the family, the neighbourhood, the service.',
	riskTitle: 'To read first',
	riskHint: 'The passages by which someone might be recognised, the riskiest first.',
	noRisk: 'No passage stands out. Read it all the same: you know what the detector does not.',
	kept: (kind) => `${kind}, kept`,
	wholeTitle: 'Title',
	readPassage: (words) => `Read: “${words}”`,
	times: (count) => `${count} places`,
	see: 'See in the text',
	reread: 'I have read the whole text again, title included, as the others will see it.',
	change: 'Change the text',

	where: 'For which session',
	session: 'Session',
	noSession: 'No session takes a new case at the moment.',
	noSessionHint: 'You can share until a day after the end of a session. The draft waits for you here.',
	reader: 'Second reading',
	readerHint:
		'This group asks that someone reads a case before the others see it. Until then, only that person and you.',
	chooseReader: 'Choose…',
	noReader: 'Nobody else is in this group: a second reader is needed.',
	submit: 'Share the reviewed text',
	promise: 'Pseudonymised and reviewed',
	promiseLimits:
		'What this does not promise: someone who knows the situation may still recognise it. Professional secrecy remains the duty of each member of the group.',
	untreated:
		'The service still sees findings in this text. Nothing was shared. Go back to the draft: it has just been looked at again; if everything there seems decided, reload the page.',

	done: 'The text is shared.',
	doneReading: (name) => `The text waits for ${name} to read it. The group will see it after that.`,
	draftChoice: 'What should become of the draft on this device?',
	draftChoiceHint: 'It still holds its key of pseudonyms, and perhaps words that you did not share.',
	keepDraft: 'Keep it and see the case',
	eraseDraft: 'Erase it and see the case',

	state: 'In second reading',
	second: {
		setting: 'A second reading before a case opens',
		settingHint:
			'Somebody of the group reads each case before the others see it. It applies from the next one on.',
		settingOn: 'The next cases will be read before they open.',
		settingOff: 'The next cases will open as soon as they are shared.',
		on: 'Here, somebody of the group reads each case before it opens.',
		toRead: 'to read before it opens to the group',
		read: 'Read',
		title: 'You read this case before the group does',
		lead: (name) =>
			`${name} asks you for a second reading. Only the two of you see this text; you can change in it what might let someone be recognised.`,
		places: 'To look at first',
		blurHint: 'To blur in the text, if need be.',
		keep: 'Keep it, because',
		choose: 'Choose a reason…',
		undecided: (count) =>
			count > 1
				? `${count} findings: blur them in the text, or keep them with a reason.`
				: 'One finding: blur it in the text, or keep it with a reason.',
		nothing: 'Nothing stands out. Your own reading is what counts.',
		reread: 'I have read the whole text, title included.',
		finish: 'I have read it: open it to the group',
		notSaved: 'The text is not saved yet: try again when the connection is back.',
		changed: 'The text changed while you read: look at it once more.',
		opened: 'The case is open to the group.',
		waiting: (name) => `This case waits for ${name} to read it. Only the two of you see it.`,
		noReader: 'Nobody reads this case for now. Only you see it.',
		askOther: 'Ask someone else',
		ask: 'Ask for a reading',
		askTitle: 'Ask for a second reading',
		askEffect:
			'Whoever you choose sees the case at once. If somebody else was going to read it, that person no longer sees it.',
		who: 'Who reads it',
		confirm: 'Ask',
		asked: (name) => `${name} is asked to read it.`,
		alone: 'There is nobody else to ask in this group.',
	},

	room: {
		fromDraft: 'Begin with a draft',
		fromDraftHint: 'You first write on this device; names and places are found there, then you share.',
		drafts: 'See my drafts',
		empty: 'Or open an empty case, to write together',
		titleFindings: 'There are findings in this title',
		titleUndecided: (count) =>
			count > 1
				? `${count} findings: change them in the title, or keep them with a reason.`
				: 'One finding: change it in the title, or keep it with a reason.',
		titleUnavailable: 'The detector could not be loaded: the title was not checked, and nothing was sent.',
	},
};
