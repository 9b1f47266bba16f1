/** A plain editor on one section of a draft: paragraphs of text, in which what was found is underlined. */
import { baseKeymap, splitBlock } from 'prosemirror-commands';
import { keymap } from 'prosemirror-keymap';
import { type Node, Schema } from 'prosemirror-model';
import { type Command, EditorState, Plugin, TextSelection } from 'prosemirror-state';
import { Decoration, DecorationSet, EditorView } from 'prosemirror-view';
import { ySyncPlugin } from 'y-prosemirror';
import type * as Y from 'yjs';

const prose = new Schema({
	nodes: {
		doc: { content: 'paragraph+' },
		paragraph: { content: 'text*', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
		text: {},
	},
});

/** Some twenty-five pages: more than that at once is a file, not a thought. */
const PASTE_CHARACTERS = 50_000;

/** Words of the section, in offsets of its text. */
export interface Mark {
	readonly start: number;
	readonly end: number;
	/** By which it is known outside. */
	readonly id: number;
	readonly label: string;
	readonly isKept: boolean;
	readonly isChosen: boolean;
}

export interface ProseEditorOptions {
	readonly section: Y.XmlFragment;
	readonly labelledBy: string;
	readonly describedBy: string;
	guidance(): string;
	marks(): readonly Mark[];
	/** Somebody pressed on words that were found. */
	onOpen(id: number): void;
	onUndo(): void;
	onRedo(): void;
	/** To the next place that was found after this one, in the offsets of the section. */
	onNext(after: number): void;
	onTooLarge(): void;
}

const redraw = 'redraw';

export function createProseEditor(mount: HTMLElement, options: ProseEditorOptions): EditorView {
	const act = (action: () => void): Command => {
		return () => {
			action();
			return true;
		};
	};
	return new EditorView(
		{ mount },
		{
			state: EditorState.create({
				schema: prose,
				plugins: [
					ySyncPlugin(options.section),
					keymap({
						'Mod-z': act(options.onUndo),
						'Mod-y': act(options.onRedo),
						'Mod-Shift-z': act(options.onRedo),
						'Shift-Enter': splitBlock,
						F8: (state) => {
							options.onNext(offsetAt(state.doc, state.selection.from));
							return true;
						},
					}),
					keymap(baseKeymap),
					underlines(options),
				],
			}),
			attributes: {
				role: 'textbox',
				'aria-multiline': 'true',
				'aria-labelledby': options.labelledBy,
				'aria-describedby': options.describedBy,
				class: 'reading draft-text',
				// Some browsers and their additions send text away to check, complete or translate it.
				spellcheck: 'false',
				writingsuggestions: 'false',
				autocorrect: 'off',
				translate: 'no',
				'data-gramm': 'false',
				'data-lt-active': 'false',
			},
			handleDOMEvents: {
				// Whatever form it had where it comes from.
				paste(view, event) {
					event.preventDefault();
					const words = event.clipboardData?.getData('text/plain') ?? '';
					if (words.length > PASTE_CHARACTERS) options.onTooLarge();
					else view.pasteText(words, event);
					return true;
				},
				click(_view, event) {
					const mark = (event.target as Element).closest<HTMLElement>('[data-finding]');
					if (mark !== null) options.onOpen(Number(mark.dataset['finding']));
					return false;
				},
			},
		},
	);
}

/** Shows marks that have changed. */
export function redrawMarks(view: EditorView): void {
	view.dispatch(view.state.tr.setMeta(redraw, true).setMeta('addToHistory', false));
}

/** Selects words; where they end is where one writes on. */
export function selectWords(view: EditorView, start: number, end: number): void {
	const { doc } = view.state;
	const selection = TextSelection.create(doc, positionAt(doc, start), positionAt(doc, end));
	view.dispatch(view.state.tr.setSelection(selection).scrollIntoView());
	view.focus();
}

function underlines(options: ProseEditorOptions): Plugin {
	return new Plugin({
		props: {
			decorations({ doc }) {
				const [first] = doc.children;
				if (doc.childCount === 1 && first?.content.size === 0) {
					return DecorationSet.create(doc, [
						Decoration.node(0, first.nodeSize, { class: 'guided', 'data-guidance': options.guidance() }),
					]);
				}
				const size = doc.content.size;
				return DecorationSet.create(
					doc,
					options.marks().flatMap(({ start, end, id, label, isKept, isChosen }) => {
						const [from, to] = [positionAt(doc, start), positionAt(doc, end)];
						if (to <= from || to > size) return [];
						const state = `${isKept ? ' is-kept' : ''}${isChosen ? ' is-chosen' : ''}`;
						return Decoration.inline(from, to, {
							nodeName: 'mark',
							class: `finding${state}`,
							title: label,
							'data-finding': String(id),
						});
					}),
				);
			},
		},
	});
}

/** Each paragraph has one position more than its line has letters. */
function positionAt(doc: Node, offset: number): number {
	let start = 0;
	let line = 0;
	for (const paragraph of doc.children) {
		const end = start + paragraph.content.size;
		if (offset <= end || line === doc.childCount - 1) return Math.min(offset, end) + 1 + line;
		start = end + 1;
		line++;
	}
	return 1;
}

function offsetAt(doc: Node, position: number): number {
	return position - 1 - doc.resolve(position).index(0);
}
