import { expect, test } from 'vitest';
import { newDraft } from './draft.ts';
import { wholeText } from './draft-text.ts';
import { WrittenDraft } from './written-draft.ts';

const draft = {
	...newDraft('fr', null),
	title: ' Chez Karim',
	sections: {
		context: 'Karim vit à Amiens.',
		facts: 'Vu chez lui,\n12 rue des Lilas\n80000 Amiens, hier.\n\nKarim était seul.',
	},
};

function opened() {
	const written = new WrittenDraft(draft);
	const whole = () => wholeText({ ...draft, ...written.read() });
	const change = (words: string, by: string, nth = 0) => {
		let start = -1;
		for (let index = 0; index <= nth; index++) start = whole().text.indexOf(words, start + 1);
		return { start, end: start + words.length, words: by, type: 'PERSON' as const };
	};
	return { written, whole, change };
}

test('a draft comes back as it was written, empty lines and spaces included', () => {
	const { written } = opened();
	expect(written.read()).toEqual({ title: ' Chez Karim', sections: draft.sections, replaced: {} });
});

test('replacing changes nothing else, over title, sections and lines; one undo takes all of it back', () => {
	const { written, whole, change } = opened();
	const before = written.read();
	written.replace(whole(), [
		change('Karim', 'A.'),
		change('Karim', 'A.', 1),
		change('12 rue des Lilas\n80000 Amiens', '[adresse]'),
		change('Karim', 'A.', 2),
	]);
	expect(written.read()).toEqual({
		title: ' Chez A.',
		sections: {
			context: 'A. vit à Amiens.',
			facts: 'Vu chez lui,\n[adresse]\n, hier.\n\nA. était seul.',
		},
		replaced: { PERSON: 4 },
	});
	const after = written.read();
	written.undoManager.undo();
	expect(written.read()).toEqual(before);
	written.undoManager.redo();
	expect(written.read()).toEqual(after);
});

test('what is typed after a replacement is undone before it', () => {
	const { written, whole, change } = opened();
	written.writeTitle('Chez Karim');
	written.replace(whole(), [change('Karim', 'B.')]);
	written.writeTitle('Chez B. encore');
	written.undoManager.undo();
	expect(written.read().title).toBe('Chez B.');
	written.undoManager.undo();
	expect(written.read().title).toBe('Chez Karim');
});
