/**
 * Held words in an editor: says when a word is finished, underlines what is in question, opens its
 * card, and puts other words in its place.
 */
import { type EditorState, Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import { ySyncPluginKey } from 'y-prosemirror';
import type * as Y from 'yjs';
import { readCursor } from './cursor.ts';
import { isFinished } from './finished.ts';
import type { HeldWords } from './held-words.svelte.ts';
import type { Question } from './questions.ts';
import { placeOf } from './text-places.ts';

/** What tells a screen reader what an underlined word is about; an element of HeldWords.svelte. */
export const HELD_HINT = 'held-hint';
/** Enough of a line to see how its last word ends. */
const TAIL_CHARACTERS = 80;

const key = new PluginKey<DecorationSet>('held-words');

export function heldMarks(held: HeldWords, section: string): Plugin<DecorationSet> {
	return new Plugin<DecorationSet>({
		key,
		state: {
			init: (_config, state) => draw(state, held, section),
			apply(transaction, drawn, _before, state) {
				const isNew = transaction.getMeta(key) === true || ySyncPluginKey.getState(state)?.isChangeOrigin;
				return isNew ? draw(state, held, section) : drawn.map(transaction.mapping, transaction.doc);
			},
		},
		props: {
			decorations: (state) => key.getState(state),
			handleClick(view, position) {
				const [clicked] = key.getState(view.state)?.find(position, position) ?? [];
				if (clicked === undefined) return false;
				held.openedId = clicked.spec['id'] as string;
				// The caret goes there too.
				return false;
			},
			handleDOMEvents: {
				compositionstart() {
					held.composes(true);
					return false;
				},
				compositionend() {
					held.composes(false);
					return false;
				},
				focusout() {
					// Later: it may be the page that takes the editor away.
					queueMicrotask(() => held.finish());
					return false;
				},
			},
		},
		view(view) {
			let isDue = false;
			const redraw = () => {
				if (isDue) return;
				isDue = true;
				// Later: it may be told in the middle of a transaction of this editor.
				queueMicrotask(() => {
					isDue = false;
					// Underlining a word that is being composed would end its composition.
					if (view.isDestroyed || view.composing) return;
					// What is drawn must not put the cursor back to where it was.
					if (view.hasFocus()) readCursor();
					view.dispatch(view.state.tr.setMeta(key, true));
				});
			};
			held.listeners.add(redraw);
			return {
				update(_view, before) {
					if (!view.hasFocus()) return;
					const line = lineBefore(view.state);
					held.stands(line);
					if (!held.isHolding) return;
					const isWritten = before.doc !== view.state.doc;
					const isMoved = !before.selection.eq(view.state.selection);
					if (isWritten ? isFinished(line) : isMoved) held.finish();
				},
				destroy: () => held.listeners.delete(redraw),
			};
		},
	});
}

/** Puts words in the place of those in question, as a change of its own that can be undone. */
export function replaceHeld(
	view: EditorView,
	undoManager: Y.UndoManager,
	question: Question,
	words: string,
): boolean {
	const place = placeOf(view.state, question.replaced) ?? placeOf(view.state, question.place);
	if (place === null) return false;
	undoManager.stopCapturing();
	view.dispatch(view.state.tr.insertText(words, place.from, place.to));
	undoManager.stopCapturing();
	return true;
}

function draw(state: EditorState, held: HeldWords, section: string): DecorationSet {
	const decorations: Decoration[] = [];
	for (const { id, place } of held.questions) {
		if (place.first.section !== section) continue;
		const now = placeOf(state, place);
		if (now === null) continue;
		decorations.push(
			Decoration.inline(
				now.from,
				now.to,
				{ nodeName: 'mark', class: 'held-word', 'aria-describedby': HELD_HINT },
				{ id },
			),
		);
	}
	return DecorationSet.create(state.doc, decorations);
}

function lineBefore(state: EditorState): string {
	const { $head } = state.selection;
	const from = Math.max(0, $head.parentOffset - TAIL_CHARACTERS);
	return $head.parent.textBetween(from, $head.parentOffset, undefined, '\n');
}
