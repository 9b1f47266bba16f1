import { minutesSections, takenAwaySection } from '@entrepairs/methods/minutes-sections';
import * as Y from 'yjs';
import { type InitialText, paragraphs } from '../../collab/initial-text.ts';

/** The names of the sections of minutes, in their order. */
export const sectionNames: readonly string[] = minutesSections.map(({ key }) => key);

export interface MinutesText {
	/** A Yjs update. */
	readonly state: Uint8Array;
	/** Whose words which Yjs client wrote; the empty paragraphs are nobody's. */
	readonly authors: readonly { readonly clientId: number; readonly accountId: string }[];
}

/** The text that minutes begin with: every section, empty but for what people said they take away. */
export function newMinutesText(
	takenAway: readonly { readonly accountId: string; readonly words: string }[],
): MinutesText {
	const empty = takenAway.length > 0 ? sectionNames.filter((key) => key !== takenAwaySection) : sectionNames;
	const base = paragraphs(Object.fromEntries(empty.map((key) => [key, ['']])));
	const parts: InitialText[] = [];
	let state = base.state;
	for (const { words } of takenAway) {
		const document = new Y.Doc();
		Y.applyUpdate(document, state);
		const paragraph = new Y.XmlElement('paragraph');
		document.getXmlFragment(takenAwaySection).push([paragraph]);
		paragraph.push([new Y.XmlText(words.replace(/\s+/g, ' ').trim())]);
		state = Y.encodeStateAsUpdate(document);
		parts.push({ state, clientId: document.clientID });
		document.destroy();
	}
	return {
		state,
		authors: parts.flatMap(({ clientId }, index) => {
			const accountId = takenAway[index]?.accountId;
			return accountId === undefined ? [] : [{ clientId, accountId }];
		}),
	};
}
