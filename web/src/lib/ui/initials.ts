/** Up to two letters for a person: « Marie-Hélène Le Goff » is MG. */
export function initials(name: string): string {
	const words = name.trim().split(/\s+/u);
	const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
	return letters
		.map((word) => Array.from(word ?? '')[0] ?? '')
		.join('')
		.toLocaleUpperCase();
}
