/**
 * Browsers move the cursor at once and tell of it with the next frame, later when the page is busy.
 * ProseMirror learns of it only then: a key pressed meanwhile would act where the cursor was, and a
 * colleague's letter would put it back there. So it is told before either.
 */
import { Plugin } from 'prosemirror-state';

/** Has the editors read now where the cursor is. */
export function readCursor(): void {
	document.dispatchEvent(new Event('selectionchange'));
}

/** Each key acts where the cursor is. */
export function cursorBeforeKeys(): Plugin {
	return new Plugin({
		props: {
			handleDOMEvents: {
				keydown(view, event) {
					// An input method has the cursor to itself until it is done.
					if (!view.composing && !event.isComposing) readCursor();
					return false;
				},
			},
		},
	});
}
