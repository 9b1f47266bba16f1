/** Texts as people make them, one letter at a time. */
import * as Y from 'yjs';

/** A small generator of numbers, the same in every run (mulberry32). */
function numbers(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) % below;
	};
}

const PARAGRAPH = 600;
/** After so many letters, on average, one goes on somewhere else. */
const STAY = 60;
/** One in so many keystrokes takes a letter back. */
const DELETE = 10;

/**
 * Somebody types: letters in paragraphs of the section `facts`, with leaps and corrections.
 * Returns the updates, `batch` keystrokes each.
 */
export function typing(keystrokes: number, batch: number): Uint8Array[] {
	const next = numbers(7);
	const document = new Y.Doc();
	const fragment = document.getXmlFragment('facts');
	let updates: Uint8Array[] = [];
	const batches: Uint8Array[] = [];
	document.on('update', (update: Uint8Array) => updates.push(update));
	const texts: Y.XmlText[] = [];
	let text = addParagraph();
	let cursor = 0;
	function addParagraph(): Y.XmlText {
		const paragraph = new Y.XmlElement('paragraph');
		fragment.push([paragraph]);
		const words = new Y.XmlText();
		paragraph.push([words]);
		texts.push(words);
		return words;
	}
	for (let stroke = 0; stroke < keystrokes; stroke++) {
		if (text.length >= PARAGRAPH && text === texts.at(-1)) {
			text = addParagraph();
			cursor = 0;
		} else if (next(STAY) === 0) {
			text = texts[next(texts.length)] as Y.XmlText;
			cursor = next(text.length + 1);
		}
		if (next(DELETE) === 0 && cursor > 0) text.delete(--cursor, 1);
		else text.insert(cursor++, String.fromCharCode(97 + next(26)));
		if (updates.length >= batch) {
			batches.push(Y.mergeUpdates(updates));
			updates = [];
		}
	}
	if (updates.length > 0) batches.push(Y.mergeUpdates(updates));
	document.destroy();
	return batches;
}

/** A document of about so many bytes of text, written in one go. */
export function page(bytes: number): Uint8Array {
	const next = numbers(11);
	const document = new Y.Doc();
	const fragment = document.getXmlFragment('facts');
	for (let written = 0; written < bytes; written += PARAGRAPH) {
		const paragraph = new Y.XmlElement('paragraph');
		fragment.push([paragraph]);
		const words = Array.from({ length: PARAGRAPH }, () => String.fromCharCode(97 + next(26))).join('');
		paragraph.push([new Y.XmlText(words)]);
	}
	const update = Y.encodeStateAsUpdate(document);
	document.destroy();
	return update;
}
