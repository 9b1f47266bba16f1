/** The place for drafts, in English. */
import type { drafts as french } from '../fr/drafts.ts';

export const drafts: typeof french = {
	title: 'Drafts',
	lead: 'Raw texts, to prepare a case. They stay on this device.',
	stays: 'This draft stays on this device',
	staysHint:
		'Nothing that you write here is sent. It is encrypted in this browser, for this account only, and exists nowhere else.',
	limits:
		'Clearing the data of this browser erases the drafts too. Whoever can use this device while you are signed in can read them.',
	open: 'Open a draft',
	write: 'Write a draft',
	mine: 'My drafts',
	mineHint: 'On this device only.',
	empty: 'No draft on this device.',
	emptyHint:
		'Write or paste your text as it is: names, places and dates are found here, before anything is sent.',
	noTitle: 'Untitled',
	changed: (when) => `changed on ${when}`,
	words: (count) => `${count} ${count === 1 ? 'word' : 'words'}`,
	shared: 'Shared',
	loading: 'The draft is opening…',
	missing: 'This draft is not on this device.',
	missingHint: 'It was erased, or it was written with another account, another browser or another device.',
	notLoaded:
		'This page could not load: there is no connection, or the service has just changed its version. Your drafts are still on this device.',

	one: 'Draft',
	caseTitle: 'Title',
	caseTitleHint: 'It will be shared too: it is looked at together with the text.',
	language: 'Language of the text',
	languages: { fr: 'French', en: 'English' },
	template: 'Outline',
	stray: 'This section is not in the outline that was chosen: move its text before you share.',
	pasteHint: 'You can paste a whole text here at once, then spread it over the sections.',
	tooLarge: 'This text is too long to be pasted at once. Paste it in pieces.',
	undo: 'Undo',
	redo: 'Redo',

	states: {
		saved: 'Kept on this device',
		saving: 'Saving…',
		failed: 'Not kept yet: there may be no room left',
		unkept: 'Not kept: this browser does not allow it',
		conflict: 'Not kept: changed in another tab',
		gone: 'Erased from this device',
	},
	unkept:
		'This browser cannot keep a draft: it may be a private window, or an older page of Entrepairs is still open in another tab. Close that one and reload this page; until then, leave it open.',
	conflict: 'This draft was changed in another tab.',
	conflictHint: 'So that nothing is lost, nothing was replaced. What should become of what is written here?',
	keepBoth: 'Keep it as a second draft',
	takeOther: 'Take the text of the other tab',
	gone: 'The drafts were erased from this device in another tab. What you see here is no longer kept.',

	erase: 'Erase the draft',
	eraseTitle: 'Erase this draft?',
	eraseEffect:
		'The raw text and its key of pseudonyms disappear from this device for good. Nothing brings them back. A case that was shared stays with its group.',
	eraseConfirm: 'Erase for good',
	erased: 'The draft is erased.',

	share: 'Share with the group',
	shareShort: 'Share',
	sharedAs: 'This draft was shared.',
	seeCase: 'See the case',
	leaveTitle: 'Drafts on this device',
	leaving: (count) =>
		count > 1
			? `${count} drafts are kept on this device, and nowhere else.`
			: 'One draft is kept on this device, and nowhere else.',
	leaveChoice: 'What should become of the drafts?',
	leaveKept: 'Keep them here',
	leaveKeptHint: 'Encrypted, and shown only when you sign in again with this account.',
	leaveErased: 'Erase them',
	leaveErasedHint: 'For good, with their keys of pseudonyms. Choose this on a shared device.',

	key: {
		tab: 'Key',
		title: 'Key of pseudonyms',
		lead: 'Who is behind each pseudonym. It stays on this device, encrypted with the draft, and is never shared.',
		empty: 'It fills as you replace names.',
		pseudonym: 'In the text',
		real: 'In reality',
		forget: (real) => `Take ${real} out of the key`,
		forgetShort: 'Take out',
		show: 'Show the key',
		hide: 'Hide the key',
		export: 'Save as a file',
		import: 'Read a file',
		exportTitle: 'Save the key as a file',
		exportEffect: 'A file encrypted with your passphrase. Without it nobody can open it, you included.',
		passphrase: 'Passphrase',
		passphraseHint: (length) => `At least ${length} characters. A few words that have nothing in common.`,
		passphraseShort: (length) => `At least ${length} characters.`,
		repeat: 'Once more',
		different: 'The two are not the same.',
		exportConfirm: 'Save the file',
		exported: 'The file is saved.',
		fileName: 'key-of-pseudonyms',
		importTitle: 'Read a key from a file',
		importEffect: 'What you have here already does not change; what is missing is added.',
		file: 'File',
		fileMissing: 'Choose the file of the key.',
		notAKey: 'This file is not a key of pseudonyms.',
		wrongPassphrase:
			'This passphrase does not open this file. Check it; if it is right, the file is damaged.',
		importConfirm: 'Open the key',
		imported: (count) => `${count} ${count === 1 ? 'person' : 'people'} added to the key.`,
		leftOut: (names) => `Not added, because this pseudonym stands for somebody else here: ${names}.`,
	},
};
