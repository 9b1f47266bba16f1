/**
 * What the text of a section may consist of, by the names that Yjs and the editor share. The server
 * takes nothing else: what no editor shows could hide in the document, and break those who read it.
 */
export const caseText = {
	elements: ['paragraph', 'bullet_list', 'ordered_list', 'list_item', 'blockquote', 'hard_break'],
	/** `risk`: somebody asks the author to blur this, because it may let a person be recognised. */
	marks: ['strong', 'em', 'risk'],
} as const;
