/** A ProseMirror editor on one section of a case. */
import { baseKeymap, chainCommands, exitCode, toggleMark, wrapIn } from 'prosemirror-commands';
import { inputRules, wrappingInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import { liftListItem, splitListItem, wrapInList } from 'prosemirror-schema-list';
import { type Command, EditorState, Plugin } from 'prosemirror-state';
import { Decoration, DecorationSet, EditorView } from 'prosemirror-view';
import {
	defaultDeleteFilter,
	defaultProtectedNodes,
	initProseMirrorDoc,
	redo,
	undo,
	ySyncPlugin,
	ySyncPluginKey,
	yUndoPlugin,
} from 'y-prosemirror';
import type { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { cursorBeforeKeys } from './cursor.ts';
import { heldMarks } from './held-marks.ts';
import type { HeldWords } from './held-words.svelte.ts';
import { peerCursors } from './peer-cursors.ts';
import { richText } from './rich-text.ts';
import { riskClicks } from './risk-clicks.ts';
import type { RiskMarks } from './risk-marks.svelte.ts';

const { nodes, marks } = richText;

/** Some twenty-five pages: more than that at once is a file, not a thought. */
const PASTE_CHARACTERS = 50_000;

/** Undoes what was done in any section of the case, by this person only. */
export function createUndoManager(sections: Y.XmlFragment[]): Y.UndoManager {
	return new Y.UndoManager(sections, {
		trackedOrigins: new Set([ySyncPluginKey]),
		deleteFilter: (item) => defaultDeleteFilter(item, defaultProtectedNodes),
		captureTransaction: (transaction) => transaction.meta.get('addToHistory') !== false,
	});
}

export interface SectionEditorOptions {
	readonly key: string;
	readonly section: Y.XmlFragment;
	/** Whether the others have a letter already. */
	isShared(client: number, clock: number): boolean;
	readonly held: HeldWords;
	readonly risks: RiskMarks;
	readonly awareness: WebsocketProvider['awareness'];
	readonly undoManager: Y.UndoManager;
	/** A sentence to begin with, in the language of the moment. */
	guidance(): string;
	readonly labelledBy: string;
	readonly describedBy: string;
	editable(): boolean;
	/** After anything that may change what the toolbar shows. */
	onChange(view: EditorView): void;
	/** A paste was larger than a section takes. */
	onTooLarge(): void;
}

export function createSectionEditor(mount: HTMLElement, options: SectionEditorOptions): EditorView {
	// Begun with what is there: an empty editor that is filled afterwards has its cursor where a list has no text.
	const filled = options.section.length === 0 ? null : initProseMirrorDoc(options.section, richText);
	return new EditorView(
		{ mount },
		{
			state: EditorState.create({
				...(filled === null ? { schema: richText } : { doc: filled.doc }),
				plugins: [
					ySyncPlugin(options.section, filled === null ? {} : { mapping: filled.mapping }),
					peerCursors(options.awareness, options.isShared),
					yUndoPlugin({ undoManager: options.undoManager }),
					heldMarks(options.held, options.key),
					riskClicks(options.risks, options.key),
					cursorBeforeKeys(),
					lists,
					keymap(keys),
					keymap(baseKeymap),
					guidance(options.guidance),
				],
			}),
			editable: options.editable,
			attributes: {
				role: 'textbox',
				'aria-multiline': 'true',
				'aria-labelledby': options.labelledBy,
				'aria-describedby': options.describedBy,
				class: 'reading section-text',
			},
			handlePaste(_view, event) {
				const size = event.clipboardData?.getData('text/plain').length ?? 0;
				if (size <= PASTE_CHARACTERS) return false;
				options.onTooLarge();
				return true;
			},
			handleDOMEvents: {
				focus: (view) => {
					options.onChange(view);
					return false;
				},
			},
			// Called before the constructor returns: Yjs fills the editor at once.
			dispatchTransaction(this: EditorView, transaction) {
				this.updateState(this.state.apply(transaction));
				if (this.hasFocus()) options.onChange(this);
			},
		},
	);
}

/** What the toolbar offers; each is also a keyboard shortcut or a way of typing. */
export const commands = {
	bold: toggleMark(marks.strong),
	italic: toggleMark(marks.em),
	bullets: toggleList(nodes.bullet_list),
	numbers: toggleList(nodes.ordered_list),
	quote: wrapIn(nodes.blockquote),
	risk: markRisk,
	undo: ((state) => undo(state)) as Command,
	redo: ((state) => redo(state)) as Command,
} satisfies Record<string, Command>;

export type CommandName = keyof typeof commands;

/** Whether bold or italic applies where the cursor is. */
export function isMarked(state: EditorState, name: 'bold' | 'italic'): boolean {
	const mark = name === 'bold' ? marks.strong : marks.em;
	const { from, $from, to, empty } = state.selection;
	if (empty) return mark.isInSet(state.storedMarks ?? $from.marks()) !== undefined;
	return state.doc.rangeHasMark(from, to, mark);
}

function toggleList(type: (typeof nodes)['bullet_list']): Command {
	const lift = liftListItem(nodes.list_item);
	const wrap = wrapInList(type);
	return (state, dispatch, view) => {
		const { $from } = state.selection;
		for (let depth = $from.depth; depth > 0; depth--) {
			if ($from.node(depth).type === type) return lift(state, dispatch, view);
		}
		return wrap(state, dispatch, view);
	};
}

/** Asks for what is selected to be blurred. */
function markRisk(...[state, dispatch]: Parameters<Command>): boolean {
	const { from, to, empty } = state.selection;
	if (empty) return false;
	dispatch?.(state.tr.addMark(from, to, marks.risk.create()));
	return true;
}

const lineBreak: Command = chainCommands(exitCode, (state, dispatch) => {
	dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
	return true;
});

const keys: Record<string, Command> = {
	'Mod-b': commands.bold,
	'Mod-i': commands.italic,
	'Mod-z': commands.undo,
	'Mod-y': commands.redo,
	'Mod-Shift-z': commands.redo,
	'Mod-Shift-8': commands.bullets,
	'Mod-Shift-7': commands.numbers,
	'Shift-Enter': lineBreak,
	Enter: splitListItem(nodes.list_item),
};

const lists = inputRules({
	rules: [
		wrappingInputRule(/^\s*[-*]\s$/, nodes.bullet_list),
		wrappingInputRule(/^1[.)]\s$/, nodes.ordered_list),
		wrappingInputRule(/^\s*>\s$/, nodes.blockquote),
	],
});

/** A sentence in an empty section, until somebody writes there. */
function guidance(words: () => string): Plugin {
	return new Plugin({
		props: {
			decorations(state) {
				const { doc } = state;
				const isEmpty =
					doc.childCount === 1 && doc.firstChild?.isTextblock && doc.firstChild.content.size === 0;
				if (!isEmpty) return null;
				return DecorationSet.create(doc, [
					Decoration.node(0, doc.firstChild?.nodeSize ?? 0, { class: 'guided', 'data-guidance': words() }),
				]);
			},
		},
	});
}
