/**
 * A text in blocks that are read one by one: paragraphs, and parts of long ones. What is found in a block
 * depends on nothing outside it, so that after a keystroke only its block is read again.
 */

/** From so many characters on, a single line break ends a block; before, lines belong together (an address, a form). */
const LINES = 300;
/** From so many on, the end of a sentence does. */
const SENTENCES = 600;
/** From so many on, any blank does; twice as many are cut wherever it is. */
const BLANKS = 2_400;

/** Where each block ends; together they are the whole text. */
export function blockEnds(text: string): number[] {
	const ends: number[] = [];
	let begin = 0;
	let at = 0;
	const end = (where: number) => {
		ends.push(where);
		begin = where;
		at = where;
	};
	const breaks = /\n+|[.!?…]["»”)]? (?=\p{Lu})|\s/gu;
	while (begin < text.length) {
		breaks.lastIndex = at;
		const match = breaks.exec(text);
		const where = match === null ? text.length : match.index + match[0].length;
		if (where - begin > 2 * BLANKS) {
			end(begin + 2 * BLANKS);
			continue;
		}
		if (match === null) {
			end(text.length);
			continue;
		}
		const length = where - begin;
		const isParagraph = match[0].startsWith('\n') && (match[0].length > 1 || length >= LINES);
		const isSentence = !/^\s/.test(match[0]) && length >= SENTENCES;
		if (isParagraph || isSentence || length >= BLANKS) end(where);
		else at = where;
	}
	return ends;
}
