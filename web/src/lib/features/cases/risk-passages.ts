/** Passages that somebody asks to be blurred: where they are, and under which clients they were written. */
import * as Y from 'yjs';
import type { Stretch, Unit } from './written-text.ts';

export interface RiskPassage {
	/** The same as long as it begins with the same letter. */
	readonly id: string;
	readonly section: string;
	readonly text: string;
	readonly place: Stretch;
	readonly clients: readonly number[];
}

const MARK = 'risk';

export function riskPassages(document: Y.Doc, sections: readonly string[]): RiskPassage[] {
	const found: RiskPassage[] = [];
	for (const section of sections) {
		const read = (parent: Y.XmlFragment | Y.XmlText): void => {
			let isMarked = false;
			let text = '';
			let ends: [Unit, Unit] | null = null;
			const clients = new Set<number>();
			const close = () => {
				if (ends !== null) {
					const [first, last] = ends;
					found.push({
						id: `${first.client}:${first.clock}`,
						section,
						text,
						place: { first, last },
						clients: [...clients],
					});
				}
				text = '';
				ends = null;
				clients.clear();
			};
			for (let item = parent._start; item !== null; item = item.right) {
				if (item.deleted) continue;
				const { content } = item;
				if (content instanceof Y.ContentFormat) {
					if (content.key === MARK) isMarked = content.value !== null;
				} else if (content instanceof Y.ContentString) {
					if (!isMarked) {
						close();
						continue;
					}
					const { client, clock } = item.id;
					const last = { section, client, clock: clock + item.length - 1 };
					ends = [ends?.[0] ?? { section, client, clock }, last];
					text += content.str;
					clients.add(client);
				} else if (content instanceof Y.ContentType) {
					const { type } = content;
					if (type instanceof Y.XmlText || type instanceof Y.XmlElement) read(type);
				}
			}
			close();
		};
		read(document.getXmlFragment(section));
	}
	return found;
}
