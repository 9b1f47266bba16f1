/** The words of a document without their form, as one looks for identifiers in them. */
import * as Y from 'yjs';

/** For each section its text: a line for each paragraph, in order. */
export function plainText(state: Uint8Array, sections: readonly string[]): string[] {
	const document = new Y.Doc({ gc: true });
	try {
		Y.applyUpdate(document, state);
		return sections.map((name) => linesIn(document.getXmlFragment(name)).join('\n'));
	} finally {
		document.destroy();
	}
}

/** Without recursion: what strangers send can be nested deeply. */
function linesIn(section: Y.XmlFragment): string[] {
	const lines: string[] = [];
	let line: string | null = null;
	const end = () => {
		if (line !== null) lines.push(line);
		line = null;
	};
	const path: Iterator<unknown>[] = [section.toArray().values()];
	while (path.length > 0) {
		const { value, done } = (path.at(-1) as Iterator<unknown>).next();
		if (done) {
			end();
			path.pop();
		} else if (value instanceof Y.XmlText) {
			line = (line ?? '') + wordsOf(value);
		} else if (value instanceof Y.XmlElement) {
			end();
			// A break within a paragraph ends the line too.
			path.push((value.toArray() as unknown[]).values());
			if (value.nodeName === 'paragraph') line = '';
		}
	}
	return lines;
}

function wordsOf(text: Y.XmlText): string {
	return (text.toDelta() as { insert?: unknown }[])
		.map(({ insert }) => (typeof insert === 'string' ? insert : ''))
		.join('');
}
