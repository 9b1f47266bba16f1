/** A case as one text, and for each letter of it who wrote it: what a detector reads, and how to get back. */
import { textOfCase } from '@entrepairs/anonymise/review';
import * as Y from 'yjs';

/** A unit of text, as Yjs knows it. */
export interface Unit {
	readonly section: string;
	readonly client: number;
	readonly clock: number;
}

/** A stretch of letters, by its first and its last. */
export interface Stretch {
	readonly first: Unit;
	readonly last: Unit;
}

/** Units that follow one another both in the text and under one client. */
interface Run extends Unit {
	readonly offset: number;
	readonly length: number;
}

export class WrittenText {
	readonly text: string;
	readonly #runs: readonly Run[];

	constructor(text: string, runs: readonly Run[]) {
		this.text = text;
		this.#runs = runs;
	}

	/** Null where there is no letter of anybody: in the title, between paragraphs. */
	at(offset: number): Unit | null {
		let low = 0;
		let high = this.#runs.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			const run = this.#runs[middle] as Run;
			if (run.offset + run.length > offset) high = middle;
			else low = middle + 1;
		}
		const run = this.#runs[low];
		if (run === undefined || run.offset > offset) return null;
		return { section: run.section, client: run.client, clock: run.clock + offset - run.offset };
	}

	/** The letters between two offsets that are somebody's. */
	*units(start: number, end: number): Iterable<Unit> {
		for (let offset = start; offset < end; offset++) {
			const unit = this.at(offset);
			if (unit !== null) yield unit;
		}
	}
}

/** Reads the sections in their order, a line for each block of text. */
export function readText(document: Y.Doc, title: string, sections: readonly string[]): WrittenText {
	const texts: string[] = [];
	const runs: Run[] = [];
	let base = textOfCase(title, ['']).length;
	for (const section of sections) {
		let text = '';
		const read = (parent: Y.XmlFragment | Y.XmlText): void => {
			for (let item = parent._start; item !== null; item = item.right) {
				if (item.deleted) continue;
				const { content } = item;
				if (content instanceof Y.ContentString) {
					const { client, clock } = item.id;
					runs.push({ section, client, clock, offset: base + text.length, length: item.length });
					text += content.str;
				} else if (content instanceof Y.ContentType) {
					const { type } = content;
					if (type instanceof Y.XmlText) read(type);
					else if (type instanceof Y.XmlElement) {
						if (type.nodeName !== 'hard_break') read(type);
						if (!text.endsWith('\n')) text += '\n';
					}
				}
			}
		};
		read(document.getXmlFragment(section));
		texts.push(text);
		base += text.length + 2;
	}
	return new WrittenText(textOfCase(title, texts), runs);
}
