import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { unsentWords } from './unsent-words.ts';

/** A shared text, and someone’s copy of it with what they wrote apart. */
function scene() {
	const shared = new Y.Doc();
	for (const name of ['context', 'facts']) {
		const paragraph = new Y.XmlElement('paragraph');
		shared.getXmlFragment(name).push([paragraph]);
		paragraph.push([new Y.XmlText(`partagé ${name}`)]);
	}
	const copy = new Y.Doc();
	Y.applyUpdate(copy, Y.encodeStateAsUpdate(shared));
	const changes: Uint8Array[] = [];
	copy.on('update', (update: Uint8Array) => changes.push(update));
	const words = (name: string) =>
		(copy.getXmlFragment(name).get(0) as Y.XmlElement).get(0) as unknown as Y.XmlText;
	return { shared, copy, words, unsent: () => Y.mergeUpdates(changes) };
}

test('only what was written apart, by section, without what was deleted again', () => {
	const { copy, words, unsent } = scene();
	words('context').insert(0, '👋 bonjour ');
	words('facts').insert(7, ' mot');
	words('facts').insert(0, 'effacé');
	words('facts').delete(0, 6);
	const paragraph = new Y.XmlElement('paragraph');
	copy.getXmlFragment('facts').push([paragraph]);
	paragraph.push([new Y.XmlText('une ligne')]);
	expect(unsentWords(copy, unsent(), ['context', 'facts'])).toEqual([
		{ section: 'context', text: '👋 bonjour ' },
		{ section: 'facts', text: ' mot\nune ligne' },
	]);
});

test('in a text that has moved on: where it stands if it can be told, and nothing of the others’ words', () => {
	const { shared, words, unsent } = scene();
	words('context').insert(3, '[à moi]');
	words('facts').insert(0, '[aussi]');
	// What it stood in was deleted, and its place is all that is left.
	shared.getXmlFragment('facts').delete(0, 1);
	const now = new Y.Doc();
	Y.applyUpdate(now, Y.encodeStateAsUpdate(shared));
	expect(unsentWords(now, unsent(), ['context', 'facts'])).toEqual([
		{ section: 'context', text: '[à moi]' },
		{ section: null, text: '[aussi]' },
	]);
});

test('what never arrived in between does not hide the words', () => {
	const copy = new Y.Doc();
	const updates: Uint8Array[] = [];
	copy.on('update', (update: Uint8Array) => updates.push(update));
	const text = new Y.XmlText();
	copy.getXmlFragment('facts').push([text]);
	text.insert(0, 'perdu ');
	text.insert(6, 'resté');
	expect(unsentWords(new Y.Doc(), updates[2] as Uint8Array, ['facts'])).toEqual([
		{ section: null, text: 'resté' },
	]);
});
