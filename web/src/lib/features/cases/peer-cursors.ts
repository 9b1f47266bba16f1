/**
 * Where the others are in a section, and where one is oneself: cursors travel in awareness as
 * positions relative to the text (`cursor: { anchor, head }`, the form that y-prosemirror uses, so
 * that its clients and ours see one another). y-prosemirror's own plugin draws with inline styles
 * and shows nobody in a section that is still empty.
 */
import { type EditorState, Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import {
	absolutePositionToRelativePosition,
	relativePositionToAbsolutePosition,
	ySyncPluginKey,
} from 'y-prosemirror';
import type { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

type Awareness = WebsocketProvider['awareness'];

interface Cursor {
	readonly anchor: unknown;
	readonly head: unknown;
}

/** What awareness may say of somebody; the server vouches for `user` only. */
interface Peer {
	readonly user?: { readonly name?: unknown; readonly colour?: unknown };
	readonly cursor?: Cursor | null;
}

const key = new PluginKey<DecorationSet>('peer-cursors');

/** `isShared`: whether the others have what a position is told by; where they have not, it means nothing to them. */
export function peerCursors(
	awareness: Awareness,
	isShared: (client: number, clock: number) => boolean,
): Plugin<DecorationSet> {
	return new Plugin<DecorationSet>({
		key,
		state: {
			init: () => DecorationSet.empty,
			apply(transaction, drawn, _before, state) {
				const moved = transaction.getMeta(key) === true || ySyncPluginKey.getState(state)?.isChangeOrigin;
				return moved ? draw(state, awareness) : drawn.map(transaction.mapping, transaction.doc);
			},
		},
		props: { decorations: (state) => key.getState(state) },
		view(view) {
			let isDue = false;
			const redraw = () => {
				if (isDue) return;
				isDue = true;
				// Later: awareness may change in the middle of a transaction of this editor.
				queueMicrotask(() => {
					isDue = false;
					if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(key, true));
				});
			};
			const tell = () => tellPosition(view, awareness, isShared);
			awareness.on('change', redraw);
			view.dom.addEventListener('focusin', tell);
			view.dom.addEventListener('focusout', tell);
			return {
				update: tell,
				destroy() {
					awareness.off('change', redraw);
					view.dom.removeEventListener('focusin', tell);
					view.dom.removeEventListener('focusout', tell);
				},
			};
		},
	});
}

/** Says where this person's cursor is, or that it has left this section. */
function tellPosition(
	view: EditorView,
	awareness: Awareness,
	isShared: (client: number, clock: number) => boolean,
): void {
	const binding = ySyncPluginKey.getState(view.state);
	if (binding?.binding == null) return;
	const { mapping } = binding.binding;
	const told = (awareness.getLocalState() as Peer | null)?.cursor ?? null;
	if (view.hasFocus()) {
		const { anchor, head } = view.state.selection;
		const cursor = {
			anchor: absolutePositionToRelativePosition(anchor, binding.type, mapping),
			head: absolutePositionToRelativePosition(head, binding.type, mapping),
		};
		const isKnown = ({ item, type }: Y.RelativePosition) => {
			const id = item ?? type;
			return id === null || isShared(id.client, id.clock);
		};
		if (!isKnown(cursor.anchor) || !isKnown(cursor.head)) return;
		if (JSON.stringify(cursor) !== JSON.stringify(told)) awareness.setLocalStateField('cursor', cursor);
	} else if (told !== null && positionIn(view.state, told.anchor) !== null) {
		awareness.setLocalStateField('cursor', null);
	}
}

function draw(state: EditorState, awareness: Awareness): DecorationSet {
	const decorations: Decoration[] = [];
	for (const [clientId, peer] of awareness.getStates() as Map<number, Peer>) {
		if (clientId === awareness.clientID || peer.cursor == null || peer.user === undefined) continue;
		const anchor = positionIn(state, peer.cursor.anchor);
		const head = positionIn(state, peer.cursor.head);
		if (anchor === null || head === null) continue;
		const { user } = peer;
		// Colours are classes: an inline style would need an opening in the content security policy.
		const person = `person-${Number.isInteger(user.colour) ? user.colour : 1}`;
		decorations.push(
			Decoration.widget(head, () => cursorElement(String(user.name ?? ''), person), {
				key: `${clientId}-${person}-${user.name}`,
				side: 10,
			}),
			Decoration.inline(Math.min(anchor, head), Math.max(anchor, head), {
				class: `peer-selection ${person}`,
			}),
		);
	}
	return DecorationSet.create(state.doc, decorations);
}

/** Where a position of the text is in this section; null when it is in another, or makes no sense. */
function positionIn(state: EditorState, relative: unknown): number | null {
	const binding = ySyncPluginKey.getState(state);
	if (binding?.binding == null) return null;
	try {
		const position = relativePositionToAbsolutePosition(
			binding.doc,
			binding.type,
			Y.createRelativePositionFromJSON(relative),
			binding.binding.mapping,
		);
		if (position === null) return null;
		// An empty section has no paragraph in the shared text yet, but one on the screen.
		return Math.min(Math.max(position, 1), Math.max(state.doc.content.size - 1, 1));
	} catch {
		return null;
	}
}

function cursorElement(name: string, person: string): HTMLElement {
	const cursor = document.createElement('span');
	cursor.className = `peer-cursor ${person}`;
	cursor.setAttribute('aria-hidden', 'true');
	const label = document.createElement('span');
	label.className = 'peer-name';
	label.textContent = name;
	// Word joiners keep the line where it is.
	cursor.append('\u2060', label, '\u2060');
	return cursor;
}
