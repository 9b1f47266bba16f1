/** Where letters of the shared text are in an editor at the moment. */
import type { EditorState } from 'prosemirror-state';
import { relativePositionToAbsolutePosition, ySyncPluginKey } from 'y-prosemirror';
import * as Y from 'yjs';
import type { Stretch, Unit } from './written-text.ts';

/** Null when an end of it is gone, or it is in another section. */
export function placeOf(
	state: EditorState,
	{ first, last }: Stretch,
): { readonly from: number; readonly to: number } | null {
	const from = positionOf(state, first, 'before');
	const to = positionOf(state, last, 'after');
	return from === null || to === null || to <= from ? null : { from, to };
}

function positionOf(state: EditorState, { client, clock }: Unit, side: 'before' | 'after'): number | null {
	const binding = ySyncPluginKey.getState(state)?.binding;
	if (binding == null) return null;
	const { doc, type, mapping } = binding;
	if (clock >= Y.getState(doc.store, client)) return null;
	const id = Y.createID(client, clock);
	const item = Y.getItem(doc.store, id);
	if (!(item instanceof Y.Item) || item.deleted) return null;
	const relative = new Y.RelativePosition(null, null, id, side === 'before' ? 0 : -1);
	try {
		return relativePositionToAbsolutePosition(doc, type, relative, mapping);
	} catch {
		// The editor has not drawn it yet.
		return null;
	}
}
