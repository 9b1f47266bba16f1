import { detect } from '@entrepairs/anonymise/detect';
import { loadWords } from '@entrepairs/anonymise/node-words';
import { pseudonymise } from '@entrepairs/anonymise/pseudonymise';
import { assessRisk } from '@entrepairs/anonymise/risk';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { isFinished, mayGoOn } from './finished.ts';
import { choicesFor, type Decisions, noDecisions, type Question, questionsOf } from './questions.ts';
import { TwoCopies } from './two-copies.ts';
import { readText } from './written-text.ts';

const words = await loadWords();
const sections = ['facts', 'options'];

function copiesOf(texts: Readonly<Record<string, string>>): TwoCopies {
	const copies = new TwoCopies(() => null);
	for (const [section, text] of Object.entries(texts)) write(copies, section, text);
	return copies;
}

function write(copies: TwoCopies, section: string, words: string): void {
	const fragment = copies.written.getXmlFragment(section);
	if (fragment.length === 0) fragment.push([new Y.XmlElement('paragraph')]);
	const block = fragment.get(0) as Y.XmlElement;
	if (block.length === 0) block.push([new Y.XmlText()]);
	const text = block.get(0) as Y.XmlText;
	text.insert(text.length, words);
}

function release(copies: TwoCopies): void {
	const held = copies.held();
	if (held !== null) copies.release(held);
}

function ask(copies: TwoCopies, decisions: Decisions = noDecisions, title = ''): Question[] {
	const written = readText(copies.written, title, sections);
	const findings = detect(written.text, { language: 'fr', words });
	const choices = choicesFor(decisions, '2026-11-24');
	return questionsOf({
		written,
		scan: {
			findings,
			risk: assessRisk(written.text, findings, { language: 'fr' }),
			clean: pseudonymise(written.text, findings, { ...choices, language: 'fr', words }),
		},
		decisions,
		isShared: ({ client, clock }) => copies.isShared(client, clock),
		sharedText: () => readText(copies.shared, title, sections).text,
	});
}

const asked = (questions: readonly Question[]) => questions.map(({ text, proposal }) => [text, proposal]);

test('a name that is held is in question; one that a colleague left in the text is theirs', () => {
	const copies = copiesOf({ facts: 'Karim Benali est venu mardi.' });
	expect(asked(ask(copies))).toEqual([['Karim Benali', 'A.']]);
	release(copies);
	expect(ask(copies)).toEqual([]);
	write(copies, 'options', 'Rappeler Benali demain. ');
	expect(ask(copies).map(({ text, place }) => [text, place.first.section])).toEqual([['Benali', 'options']]);
});

test('a paragraph that is split or moved asks nothing again: the others have these words', () => {
	const copies = copiesOf({ facts: 'Bonjour. Karim Benali est venu mardi.' });
	release(copies);
	const block = copies.written.getXmlFragment('facts').get(0) as Y.XmlElement;
	(block.get(0) as Y.XmlText).delete(8, 29);
	write(copies, 'options', 'Karim Benali est venu mardi.');
	expect(ask(copies)).toEqual([]);
	release(copies);
	write(copies, 'options', ' Et Karim Benali est revenu.');
	expect(ask(copies)).toHaveLength(1);
});

test('what was kept is not asked again; what was replaced is asked whenever it comes back', () => {
	const copies = copiesOf({ facts: 'Mme Zorgluba est venue.' });
	const [question] = ask(copies);
	expect(question?.text).toBe('Zorgluba');
	expect(ask(copies, { ...noDecisions, kept: ['PERSON zorgluba'] })).toEqual([]);
	// Without « Mme » nothing would tell that it is a name.
	const again = copiesOf({ facts: 'Ensuite zorgluba est repartie.' });
	expect(ask(again)).toEqual([]);
	const replaced = { type: 'PERSON', text: 'Zorgluba', words: 'A.' } as const;
	expect(asked(ask(again, { ...noDecisions, replaced: [replaced] }))).toEqual([['zorgluba', 'A.']]);
});

test('nobody gets a letter that somebody in the text has, and who has one keeps it', () => {
	const copies = copiesOf({ facts: 'Mme A. est venue avec M. B. et une voisine. ' });
	release(copies);
	write(copies, 'facts', 'Mme Nguyen attendait dehors.');
	const [question] = ask(copies);
	expect(question?.proposal).toBe('C.');
	const key = question?.key ?? [];
	expect(key).toEqual([{ real: 'Nguyen', pseudonym: 'C.', type: 'PERSON' }]);
	write(copies, 'options', 'Revoir Mme Nguyen demain. ');
	expect(asked(ask(copies, { ...noDecisions, key }))).toEqual([
		['Nguyen', 'C.'],
		['Nguyen', 'C.'],
	]);
});

test('a word is finished by what follows it; a number may go on', () => {
	for (const line of [
		'',
		'Bonjour ',
		'Bonjour, ',
		'en 2019. ',
		'le 12 mars ',
		'rappeler au 06 11 22 33 44 demain ',
	])
		expect([line, isFinished(line)]).toEqual([line, true]);
	for (const line of ['Bonj', 'karim.', 'karim.benali@', 'au 06 ', 'au 06 11 ', 'FR76 3000 ', 'Jean-'])
		expect([line, isFinished(line)]).toEqual([line, false]);
	expect(mayGoOn('au 06 11')).toBe(true);
	expect(mayGoOn('Bonjour')).toBe(false);
});
