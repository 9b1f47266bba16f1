/**
 * The text of a draft while it is written: a Y.Doc that is never sent nor stored, for the sake of one
 * undo over title, sections and replacements. What is kept of it is its plain text.
 */
import { type FindingType, findingTypes } from '@entrepairs/anonymise/finding';
import { caseTemplates } from '@entrepairs/methods/case-templates';
import { ySyncPluginKey } from 'y-prosemirror';
import * as Y from 'yjs';
import type { Counts, Draft } from './draft.ts';
import { partAt, TITLE, type WholeText } from './draft-text.ts';

/** Origins of changes that one may undo, beside the editors'. */
const BY_HAND = Symbol('typed in a field');
const REPLACING = Symbol('replaced');

export interface Change {
	readonly start: number;
	readonly end: number;
	readonly words: string;
	readonly type: FindingType;
}

const sectionsOfAll = [...new Set(caseTemplates.flatMap(({ sections }) => sections.map(({ key }) => key)))];

export class WrittenDraft {
	readonly document = new Y.Doc();
	readonly title: Y.Text;
	readonly #replaced: Y.Map<number>;
	readonly undoManager: Y.UndoManager;

	constructor(draft: Draft) {
		this.title = this.document.getText('title');
		this.#replaced = this.document.getMap<number>('replaced');
		this.document.transact(() => {
			this.title.insert(0, draft.title);
			for (const [type, count] of Object.entries(draft.replaced)) this.#replaced.set(type, count);
			for (const key of sectionsOfAll) {
				const lines = (draft.sections[key] ?? '').split('\n');
				this.section(key).insert(0, lines.map(paragraph));
			}
		});
		this.undoManager = new Y.UndoManager(
			[this.title, this.#replaced, ...sectionsOfAll.map((key) => this.section(key))],
			{ trackedOrigins: new Set([ySyncPluginKey, BY_HAND, REPLACING]) },
		);
	}

	section(key: string): Y.XmlFragment {
		return this.document.getXmlFragment(`section-${key}`);
	}

	read(): Pick<Draft, 'title' | 'sections' | 'replaced'> {
		const replaced: Partial<Record<FindingType, number>> = {};
		for (const type of findingTypes) {
			const count = this.#replaced.get(type) ?? 0;
			if (count > 0) replaced[type] = count;
		}
		const sections = Object.fromEntries(
			sectionsOfAll.map((key) => [key, textOf(this.section(key))]).filter(([, text]) => text !== ''),
		);
		return { title: this.title.toString(), sections, replaced: replaced satisfies Counts };
	}

	/** As an input has it now. */
	writeTitle(now: string): void {
		const before = this.title.toString();
		let head = 0;
		while (head < before.length && before[head] === now[head]) head++;
		let tail = 0;
		const room = Math.min(before.length, now.length) - head;
		while (tail < room && before.at(-1 - tail) === now.at(-1 - tail)) tail++;
		this.document.transact(() => {
			this.title.delete(head, before.length - head - tail);
			this.title.insert(head, now.slice(head, now.length - tail));
		}, BY_HAND);
	}

	/** In one step that one undo takes back. `whole` is the text as it is. */
	replace(whole: WholeText, changes: readonly Change[]): void {
		this.undoManager.stopCapturing();
		this.document.transact(() => {
			for (const change of changes.toSorted((a, b) => b.start - a.start)) {
				const part = partAt(whole.parts, change.start);
				if (part === null) continue;
				const from = change.start - part.start + part.lead;
				const to = Math.min(change.end, part.end) - part.start + part.lead;
				if (part.key === TITLE) {
					this.title.delete(from, to - from);
					this.title.insert(from, change.words);
				} else {
					replaceLines(this.section(part.key), from, to, change.words);
				}
				this.#replaced.set(change.type, (this.#replaced.get(change.type) ?? 0) + 1);
			}
		}, REPLACING);
		this.undoManager.stopCapturing();
	}

	destroy(): void {
		this.undoManager.destroy();
		this.document.destroy();
	}
}

function paragraph(words: string): Y.XmlElement {
	const element = new Y.XmlElement('paragraph');
	if (words !== '') element.insert(0, [new Y.XmlText(words)]);
	return element;
}

function textOf(section: Y.XmlFragment): string {
	return section.toArray().map(lineOf).join('\n');
}

function lineOf(element: unknown): string {
	return textsOf(element)
		.map((text) => text.toString())
		.join('');
}

function textsOf(element: unknown): Y.XmlText[] {
	if (!(element instanceof Y.XmlElement)) return [];
	return (element.toArray() as unknown[]).filter((child) => child instanceof Y.XmlText);
}

/** From one line to the same or a later one; lines that go wholly go as paragraphs. */
function replaceLines(section: Y.XmlFragment, from: number, to: number, words: string): void {
	const lines = section.toArray().map(lineOf);
	const starts: number[] = [];
	let offset = 0;
	for (const line of lines) {
		starts.push(offset);
		offset += line.length + 1;
	}
	for (let index = lines.length - 1; index >= 0; index--) {
		const start = starts[index] ?? 0;
		const end = start + (lines[index]?.length ?? 0);
		if (end < from || start >= to) continue;
		const isFirst = start <= from;
		if (!isFirst && end <= to) section.delete(index, 1);
		else
			replaceInLine(
				section.get(index),
				Math.max(from, start) - start,
				Math.min(to, end) - start,
				isFirst ? words : '',
			);
	}
}

function replaceInLine(element: unknown, from: number, to: number, words: string): void {
	let start = 0;
	let isWritten = false;
	for (const text of textsOf(element)) {
		const end = start + text.length;
		if (from <= end && to >= start) {
			const first = Math.max(from, start) - start;
			text.delete(first, Math.min(to, end) - start - first);
			if (!isWritten) text.insert(first, words);
			isWritten = true;
		}
		start = end;
	}
	if (!isWritten && element instanceof Y.XmlElement) element.insert(0, [new Y.XmlText(words)]);
}
