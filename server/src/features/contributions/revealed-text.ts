import * as Y from 'yjs';

/**
 * The change that puts texts at the end of a section, as one list, written by the Yjs client that is given.
 * Where that client has written already it changes nothing: it is made once, however often it is tried.
 */
export function revealingUpdate(
	state: Uint8Array,
	section: string,
	texts: readonly string[],
	yjsClient: number,
): Uint8Array {
	const document = new Y.Doc();
	try {
		Y.applyUpdate(document, state);
		const before = Y.encodeStateVector(document);
		if (!Y.decodeStateVector(before).has(yjsClient) && texts.length > 0) {
			document.clientID = yjsClient;
			document.transact(() => append(document.getXmlFragment(section), texts));
		}
		return Y.encodeStateAsUpdate(document, before);
	} finally {
		document.destroy();
	}
}

/** Before an empty last paragraph, in which somebody may be about to write. */
function append(fragment: Y.XmlFragment, texts: readonly string[]): void {
	const list = new Y.XmlElement('bullet_list');
	const last = fragment.length === 0 ? null : fragment.get(fragment.length - 1);
	const isEmpty = last instanceof Y.XmlElement && last.nodeName === 'paragraph' && last.length === 0;
	fragment.insert(fragment.length - (isEmpty ? 1 : 0), [list]);
	for (const text of texts) {
		const item = new Y.XmlElement('list_item');
		list.push([item]);
		for (const line of text.split(/\r\n|\r|\n/)) {
			const paragraph = new Y.XmlElement('paragraph');
			item.push([paragraph]);
			if (line !== '') paragraph.push([new Y.XmlText(line)]);
		}
	}
}
