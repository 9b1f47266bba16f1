import * as Y from 'yjs';

/**
 * A Yjs update with a paragraph for each string, section by section, as the editor writes them. A
 * section that is still empty needs one empty paragraph (`''`): without it, two people who begin to
 * write at once would each make their own, and undoing one's first words would take it away again.
 */
export function paragraphs(sections: Readonly<Record<string, readonly string[]>>): Uint8Array {
	const document = new Y.Doc();
	for (const [key, texts] of Object.entries(sections)) {
		const section = document.getXmlFragment(key);
		for (const text of texts) {
			const paragraph = new Y.XmlElement('paragraph');
			section.push([paragraph]);
			if (text !== '') paragraph.push([new Y.XmlText(text)]);
		}
	}
	const update = Y.encodeStateAsUpdate(document);
	document.destroy();
	return update;
}
