import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { compare, differs, type Line } from './compare.ts';

const SECTIONS = ['facts'];

function paragraph(document: Y.Doc, words: string, at = document.getXmlFragment('facts').length): Y.XmlText {
	const element = new Y.XmlElement('paragraph');
	document.getXmlFragment('facts').insert(at, [element]);
	const text = new Y.XmlText(words);
	element.push([text]);
	return text;
}

/** A kept state: without what was deleted, as the server gives it. */
function keep(document: Y.Doc): Uint8Array {
	const fresh = new Y.Doc();
	Y.applyUpdate(fresh, Y.encodeStateAsUpdate(document));
	return Y.encodeStateAsUpdate(fresh);
}

const said = (lines: readonly Line[] | undefined, without: string) =>
	(lines ?? [])
		.map(({ runs }) =>
			runs
				.filter(({ change }) => change !== without)
				.map(({ text }) => text)
				.join(''),
		)
		.filter((line) => line !== '');

test('what was added and removed, and by whom, in either direction', () => {
	const one = new Y.Doc();
	const text = paragraph(one, 'Une histoire longue');
	paragraph(one, 'À supprimer');
	const before = keep(one);
	const two = new Y.Doc();
	Y.applyUpdate(two, Y.encodeStateAsUpdate(one));
	((two.getXmlFragment('facts').get(0) as Y.XmlElement).get(0) as unknown as Y.XmlText).insert(13, 'assez ');
	Y.applyUpdate(one, Y.encodeStateAsUpdate(two));
	text.delete(0, 3);
	one.getXmlFragment('facts').delete(1, 1);
	const after = keep(one);

	const forward = compare(before, after, SECTIONS).get('facts') ?? [];
	expect(forward.map(({ runs }) => runs.map(({ text, change }) => [change, text]))).toEqual([
		[
			['removed', 'Une'],
			['same', ' histoire '],
			['added', 'assez '],
			['same', 'longue'],
		],
		[['removed', 'À supprimer']],
	]);
	expect(forward[0]?.runs.map(({ clientId }) => clientId === two.clientID)).toEqual([
		false,
		false,
		true,
		false,
	]);
	const back = compare(after, before, SECTIONS).get('facts') ?? [];
	expect(back[0]?.runs.map(({ change }) => change)).toEqual(['added', 'same', 'removed', 'same']);
	expect(differs(compare(after, after, SECTIONS))).toBe(false);
});

test('leaving out what was removed gives the one state, leaving out what was added the other', () => {
	const step = fc.record({ kind: fc.nat(3), at: fc.nat(500), who: fc.nat(1) });
	fc.assert(
		fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), fc.nat(), (steps, pick) => {
			const people = [new Y.Doc(), new Y.Doc()];
			let before: Uint8Array | null = null;
			for (const [index, { kind, at, who }] of steps.entries()) {
				if (index === pick % steps.length) before = keep(people[0] as Y.Doc);
				const document = people[who] as Y.Doc;
				const fragment = document.getXmlFragment('facts');
				const element = fragment.length === 0 ? null : (fragment.get(at % fragment.length) as Y.XmlElement);
				const text = element?.get(0) as unknown as Y.XmlText | undefined;
				if (kind === 0 || text === undefined) paragraph(document, `mot${at}`, at % (fragment.length + 1));
				else if (kind === 1) fragment.delete(at % fragment.length, 1);
				else if (kind === 2 && text.length > 1) text.delete(at % (text.length - 1), 1);
				else text.insert(at % (text.length + 1), `«${at}»`);
				for (const other of people) Y.applyUpdate(other, Y.encodeStateAsUpdate(document));
			}
			const after = keep(people[0] as Y.Doc);
			const start = before ?? after;
			const words = (state: Uint8Array) => said(compare(state, state, SECTIONS).get('facts'), '');
			const compared = compare(start, after, SECTIONS).get('facts');
			expect(said(compared, 'removed')).toEqual(words(after));
			expect(said(compared, 'added')).toEqual(words(start));
		}),
	);
});
