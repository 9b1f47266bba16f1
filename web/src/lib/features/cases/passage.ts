/** A passage that somebody selected, held while others go on writing around it. */
import type { EditorView } from 'prosemirror-view';
import {
	absolutePositionToRelativePosition,
	relativePositionToAbsolutePosition,
	ySyncPluginKey,
} from 'y-prosemirror';

export interface Passage {
	/** Its beginning, to recognise it by. */
	readonly excerpt: string;
	/** Deletes it where it is now. */
	delete(): void;
}

const EXCERPT_CHARACTERS = 120;

/** Null when nothing is selected. */
export function passageOf(view: EditorView): Passage | null {
	const { from, to, empty } = view.state.selection;
	const binding = ySyncPluginKey.getState(view.state)?.binding;
	if (empty || binding == null) return null;
	const [start, end] = [from, to].map((position) =>
		absolutePositionToRelativePosition(position, binding.type, binding.mapping),
	);
	const text = view.state.doc.textBetween(from, to, ' ');
	return {
		excerpt: text.length > EXCERPT_CHARACTERS ? `${text.slice(0, EXCERPT_CHARACTERS)}…` : text,
		delete() {
			const now = [start, end].map((position) =>
				relativePositionToAbsolutePosition(binding.doc, binding.type, position, binding.mapping),
			);
			const [first, last] = now;
			if (first == null || last == null || last <= first) return;
			view.dispatch(view.state.tr.delete(first, last));
		},
	};
}
