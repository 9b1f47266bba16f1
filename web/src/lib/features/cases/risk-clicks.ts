/** Opens the card of a passage that somebody marked as a risk, and takes the mark off. */
import { Plugin } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { richText } from './rich-text.ts';
import type { RiskMarks } from './risk-marks.svelte.ts';
import type { RiskPassage } from './risk-passages.ts';
import { placeOf } from './text-places.ts';

export function riskClicks(risks: RiskMarks, section: string): Plugin {
	return new Plugin({
		props: {
			handleClick(view, position) {
				const clicked = risks.passages.find((passage) => {
					if (passage.section !== section) return false;
					const place = placeOf(view.state, passage.place);
					return place !== null && place.from <= position && position <= place.to;
				});
				if (clicked !== undefined) risks.openedId = clicked.id;
				// The caret goes there too.
				return false;
			},
		},
	});
}

export function takeRiskOff(view: EditorView, { place }: RiskPassage): void {
	const now = placeOf(view.state, place);
	if (now !== null) view.dispatch(view.state.tr.removeMark(now.from, now.to, richText.marks.risk));
}
