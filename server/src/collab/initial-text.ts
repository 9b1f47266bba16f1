import * as Y from 'yjs';

export interface InitialText {
	/** A Yjs update. */
	readonly state: Uint8Array;
	/** The Yjs client that wrote it. */
	readonly clientId: number;
}

/**
 * A text with a paragraph for each string, section by section, as the editor writes them. A section
 * that is still empty needs one empty paragraph (`''`): without it, two people who begin to write at
 * once would each make their own, and undoing one's first words would take it away again.
 */
export function paragraphs(sections: Readonly<Record<string, readonly string[]>>): InitialText {
	const document = new Y.Doc();
	document.transact(() => {
		for (const [key, texts] of Object.entries(sections)) {
			const section = document.getXmlFragment(key);
			for (const text of texts) {
				const paragraph = new Y.XmlElement('paragraph');
				section.push([paragraph]);
				if (text !== '') paragraph.push([new Y.XmlText(text)]);
			}
		}
	});
	const state = Y.encodeStateAsUpdate(document);
	document.destroy();
	return { state, clientId: document.clientID };
}
