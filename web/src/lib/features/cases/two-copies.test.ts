import { afterEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { TwoCopies } from './two-copies.ts';
import { readText } from './written-text.ts';

const sections = ['facts', 'options'];
let copies: TwoCopies;
let sent: Uint8Array[];
const websocket = {};

function open(): void {
	copies = new TwoCopies(() => websocket);
	sent = [];
	copies.onReleased = (update) => sent.push(update);
}

afterEach(() => copies.destroy());

const wordsIn = (document: Y.Doc) => readText(document, '', sections).text.trim();

function paragraph(document: Y.Doc, section: string): Y.XmlText {
	const text = new Y.XmlText();
	const block = new Y.XmlElement('paragraph');
	block.insert(0, [text]);
	document.getXmlFragment(section).push([block]);
	return text;
}

/** Every letter that was in any update, wherever and however it was cut; a search for bytes would miss them. */
function lettersOf(updates: readonly Uint8Array[]): string {
	const units = new Map<string, string>();
	for (const update of updates) {
		for (const struct of Y.decodeUpdate(update).structs) {
			if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) continue;
			for (const [offset, unit] of struct.content.str.split('').entries())
				units.set(
					`${String(struct.id.client).padStart(12)}:${String(struct.id.clock + offset).padStart(9)}`,
					unit,
				);
		}
	}
	return [...units].sort(([a], [b]) => (a < b ? -1 : 1)).reduce((all, [, unit]) => all + unit, '');
}

function type(text: Y.XmlText, words: string): void {
	for (const letter of words) text.insert(text.length, letter);
}

const release = () => {
	const held = copies.held();
	if (held !== null) copies.release(held);
};

describe('the two copies of a case', () => {
	test('what is written is not sent before its release, and what others write arrives meanwhile', () => {
		open();
		const text = paragraph(copies.written, 'facts');
		type(text, 'Bonjour');
		const other = new Y.Doc();
		paragraph(other, 'options').insert(0, 'Une piste.');
		Y.applyUpdate(copies.shared, Y.encodeStateAsUpdate(other), websocket);
		expect(sent).toEqual([]);
		expect(wordsIn(copies.shared)).toBe('Une piste.');
		expect(wordsIn(copies.written)).toContain('Bonjour');
		expect(wordsIn(copies.written)).toContain('Une piste.');
		release();
		expect(wordsIn(copies.shared)).toBe(wordsIn(copies.written));
		expect(copies.isHolding).toBe(false);
		expect(copies.shared.clientID).toBe(copies.written.clientID);
	});

	test('what was replaced before its release never travels, although undoing keeps it alive here', () => {
		open();
		const undo = new Y.UndoManager(copies.written.getXmlFragment('facts'), { captureTimeout: 0 });
		const text = paragraph(copies.written, 'facts');
		type(text, 'Hier ');
		release();
		type(text, 'Karim');
		text.format(5, 5, { strong: {} });
		copies.written.transact(() => {
			text.delete(5, 5);
			text.insert(5, 'M. A.');
		});
		undo.undo();
		expect(wordsIn(copies.written)).toContain('Karim');
		undo.redo();
		type(text, ' est venu.');
		release();
		expect(wordsIn(copies.shared)).toBe('Hier M. A. est venu.');
		const whole = [...sent, Y.encodeStateAsUpdate(copies.shared)];
		for (const updates of [sent, whole]) expect(lettersOf(updates)).not.toMatch(/[Kkrm]{2}|ari|rim|Kar/);
		// The proof can tell: in what was held the letters were there.
		expect(lettersOf([Y.encodeStateAsUpdate(copies.written)])).toContain('Karim');
	});

	test('a name that was dragged elsewhere, or into another section, before it was replaced never travels either', () => {
		open();
		new Y.UndoManager([copies.written.getXmlFragment('facts'), copies.written.getXmlFragment('options')]);
		const [here, there] = [paragraph(copies.written, 'facts'), paragraph(copies.written, 'options')];
		type(here, 'Vu hier.');
		type(there, 'Voir.');
		release();
		here.insert(3, 'Karim ');
		// As the editor does it: gone here, and new there.
		copies.written.transact(() => {
			here.delete(3, 6);
			there.insert(5, ' Karim');
		});
		there.format(0, 11, { em: {} });
		there.delete(6, 5);
		there.insert(6, 'C.');
		release();
		expect(wordsIn(copies.shared)).toBe(wordsIn(copies.written));
		expect(lettersOf([...sent, Y.encodeStateAsUpdate(copies.shared)])).not.toMatch(/K|ari|rim/);
	});

	test('what was merged with more is not held twice once it was let go of', () => {
		open();
		const text = paragraph(copies.written, 'facts');
		type(text, 'Un ');
		const first = copies.held();
		type(text, 'mot');
		copies.held();
		if (first !== null) copies.release(first);
		const rest = copies.held();
		expect(lettersOf([rest?.update ?? new Uint8Array()])).toBe('mot');
		if (rest !== null) copies.release(rest);
		expect(copies.isHolding).toBe(false);
		expect(wordsIn(copies.shared)).toBe('Un mot');
	});

	test('what was looked at leaves while the next word is being written', () => {
		open();
		const text = paragraph(copies.written, 'facts');
		type(text, 'Un mot ');
		const first = copies.held();
		type(text, 'puis ');
		const second = copies.held();
		type(text, 'Kar');
		if (first !== null) copies.release(first);
		expect(wordsIn(copies.shared)).toBe('Un mot');
		if (second !== null) copies.release(second);
		expect(wordsIn(copies.shared)).toBe('Un mot puis');
		expect(copies.isHolding).toBe(true);
		expect(lettersOf(sent)).not.toContain('K');
		release();
		expect(copies.isHolding).toBe(false);
		expect(wordsIn(copies.shared)).toBe('Un mot puis Kar');
	});

	test('in one paragraph with a colleague, both end with the same text whatever was held', () => {
		open();
		const text = paragraph(copies.written, 'facts');
		type(text, 'Elle vient le mardi.');
		release();
		const other = new Y.Doc();
		Y.applyUpdate(other, Y.encodeStateAsUpdate(copies.shared));
		copies.shared.on('update', (update: Uint8Array) => Y.applyUpdate(other, update, copies));
		other.on('update', (update: Uint8Array, origin: unknown) => {
			if (origin !== copies) Y.applyUpdate(copies.shared, update, websocket);
		});
		const theirs = (other.getXmlFragment('facts').get(0) as Y.XmlElement).get(0) as Y.XmlText;
		text.insert(5, 'Karim ');
		theirs.insert(theirs.length, ' Ou le jeudi.');
		theirs.format(0, 10, { em: {} });
		expect(wordsIn(copies.written)).toBe('Elle Karim vient le mardi. Ou le jeudi.');
		expect(wordsIn(other)).toBe('Elle vient le mardi. Ou le jeudi.');
		text.delete(5, 5);
		text.insert(5, 'A.');
		theirs.delete(0, 5);
		release();
		expect(wordsIn(copies.written)).toBe('A. vient le mardi. Ou le jeudi.');
		expect(wordsIn(other)).toBe(wordsIn(copies.written));
		expect(lettersOf([Y.encodeStateAsUpdate(other), ...sent])).not.toMatch(/Karim|K/);
		expect(Y.encodeStateVector(other)).toEqual(Y.encodeStateVector(copies.written));
	});
});
