/**
 * The words of changes that the shared text did not take, as plain text by section: to be shown to
 * the one who wrote them, never to be merged.
 */
import * as Y from 'yjs';

export interface UnsentWords {
	/** The section's key; null where it can no longer be told. */
	readonly section: string | null;
	readonly text: string;
}

/**
 * `document` holds the changes, or can take them in; it is altered. What it has already from
 * elsewhere is not in the answer, nor what was deleted again.
 */
export function unsentWords(
	document: Y.Doc,
	changes: Uint8Array,
	sections: readonly string[],
): UnsentWords[] {
	Y.applyUpdate(document, changes);
	const { structs, ds } = Y.decodeUpdate(changes);
	const unsent = new Map<string, string>();
	for (const struct of structs) {
		if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) continue;
		for (const [offset, letter] of [...unitsOf(struct.content.str)].entries()) {
			const clock = struct.id.clock + offset;
			if (!Y.isDeleted(ds, Y.createID(struct.id.client, clock)))
				unsent.set(`${struct.id.client}:${clock}`, letter);
		}
	}
	const found: UnsentWords[] = [];
	for (const section of sections) {
		const lines: string[] = [];
		collect(document.getXmlFragment(section), lines, (client, clock) => {
			const name = `${client}:${clock}`;
			const letter = unsent.get(name);
			unsent.delete(name);
			return letter ?? '';
		});
		const text = lines.filter((line) => line.trim() !== '').join('\n');
		if (text !== '') found.push({ section, text });
	}
	// Where its surroundings are gone, or never came.
	const left = [...unsent.values()].join('');
	if (left.trim() !== '') found.push({ section: null, text: left });
	return found;
}

/** Whether everything is in the document that the changes build on. */
export function fitsInto(document: Y.Doc, changes: Uint8Array): boolean {
	const scratch = copyOf(document);
	Y.applyUpdate(scratch, changes);
	const fits = scratch.store.pendingStructs === null && scratch.store.pendingDs === null;
	scratch.destroy();
	return fits;
}

/** To try things on. */
export function copyOf(document: Y.Doc): Y.Doc {
	const scratch = new Y.Doc();
	Y.applyUpdate(scratch, Y.encodeStateAsUpdate(document));
	return scratch;
}

/** The units that Yjs counts, one clock each (UTF-16). */
function unitsOf(words: string): string[] {
	return words.split('');
}

/** A line for each block of text. */
function collect(
	parent: Y.XmlFragment | Y.XmlText,
	lines: string[],
	take: (client: number, clock: number) => string,
): void {
	let line = '';
	for (let item = parent._start; item !== null; item = item.right) {
		if (item.content instanceof Y.ContentType && !item.deleted) {
			const { type } = item.content;
			if (type instanceof Y.XmlText) {
				const inner: string[] = [];
				collect(type, inner, take);
				line += inner.join('');
			} else if (type instanceof Y.XmlElement) {
				if (line !== '') lines.push(line);
				line = '';
				collect(type, lines, take);
			}
		} else if (item.content instanceof Y.ContentString && !item.deleted) {
			for (let offset = 0; offset < item.length; offset++)
				line += take(item.id.client, item.id.clock + offset);
		}
	}
	if (line !== '') lines.push(line);
}
