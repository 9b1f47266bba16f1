/** Words as the lists hold them: without accents, case, or the difference of a hyphen and a space. */

const LIGATURES: Readonly<Record<string, string>> = {
	œ: 'oe',
	æ: 'ae',
	ß: 'ss',
	ø: 'o',
	đ: 'd',
	ł: 'l',
	ı: 'i',
};

/** Lower case, no accents, ligatures spelt out; everything else stays, so the length may change. */
export function fold(word: string): string {
	return word
		.toLowerCase()
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[œæßøđłı]/g, (letter) => LIGATURES[letter] ?? letter);
}

/** `fold`, with hyphens, apostrophes and runs of spaces as one space: « Saint-Jean-d'Angély » → `saint jean d angely`. */
export function foldName(name: string): string {
	return fold(name)
		.replace(/[^a-z0-9]+/g, ' ')
		.trim();
}
