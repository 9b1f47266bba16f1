/** Finds words in the sections on the page, and shows them where they stand. */

/** Selects the first place of the words; without one they are in the title. */
export function showInText(words: string): void {
	for (const section of document.querySelectorAll<HTMLElement>('.section-text')) {
		for (const block of section.querySelectorAll('p')) {
			const range = rangeOf(block, words);
			if (range === null) continue;
			section.focus({ preventScroll: true });
			const selection = getSelection();
			selection?.removeAllRanges();
			selection?.addRange(range);
			block.scrollIntoView({ block: 'center' });
			return;
		}
	}
	const title = document.querySelector<HTMLElement>('h1');
	title?.focus({ preventScroll: true });
	title?.scrollIntoView({ block: 'center' });
}

/** Words may go over letters that are bold or in italics. */
function rangeOf(block: Element, words: string): Range | null {
	const start = block.textContent.indexOf(words);
	if (start < 0) return null;
	const range = document.createRange();
	const letters = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
	let before = 0;
	for (let node = letters.nextNode(); node !== null; node = letters.nextNode()) {
		const { length } = node as Text;
		if (start >= before && start < before + length) range.setStart(node, start - before);
		if (start + words.length <= before + length) {
			range.setEnd(node, start + words.length - before);
			return range;
		}
		before += length;
	}
	return null;
}
