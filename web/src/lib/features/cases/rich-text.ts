/**
 * What the text of a section may consist of: paragraphs, lists, quotations; bold, italic, and the mark
 * by which somebody asks for a passage to be blurred.
 */
import { Schema } from 'prosemirror-model';

/** What tells a screen reader what such a passage is about; an element of RiskNotices.svelte. */
export const RISK_HINT = 'risk-hint';

export const richText = new Schema({
	nodes: {
		doc: { content: 'block+' },
		paragraph: {
			content: 'inline*',
			group: 'block',
			parseDOM: [{ tag: 'p' }, { tag: 'h1,h2,h3,h4,h5,h6' }],
			toDOM: () => ['p', 0],
		},
		bullet_list: {
			content: 'list_item+',
			group: 'block',
			parseDOM: [{ tag: 'ul' }],
			toDOM: () => ['ul', 0],
		},
		ordered_list: {
			content: 'list_item+',
			group: 'block',
			parseDOM: [{ tag: 'ol' }],
			toDOM: () => ['ol', 0],
		},
		list_item: {
			content: 'paragraph block*',
			defining: true,
			parseDOM: [{ tag: 'li' }],
			toDOM: () => ['li', 0],
		},
		blockquote: {
			content: 'paragraph+',
			group: 'block',
			defining: true,
			parseDOM: [{ tag: 'blockquote' }],
			toDOM: () => ['blockquote', 0],
		},
		hard_break: {
			inline: true,
			group: 'inline',
			selectable: false,
			parseDOM: [{ tag: 'br' }],
			toDOM: () => ['br'],
		},
		text: { group: 'inline' },
	},
	marks: {
		strong: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
		em: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
		risk: {
			// What is written after the passage is not part of it.
			inclusive: false,
			parseDOM: [{ tag: 'mark.risk' }],
			toDOM: () => ['mark', { class: 'risk', 'aria-describedby': RISK_HINT }, 0],
		},
	},
});
