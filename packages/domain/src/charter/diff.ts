/** What changed between two versions of a charter, word by word. */

export interface Piece {
	readonly kind: 'same' | 'gone' | 'new';
	readonly text: string;
}

export interface SectionLike {
	readonly key: string;
	readonly title: string;
	readonly text: string;
}

export interface SectionChange {
	readonly key: string;
	readonly kind: 'same' | 'changed' | 'gone' | 'new';
	readonly title: readonly Piece[];
	readonly text: readonly Piece[];
}

/** Sections of both versions: in the order of the later one, those that are gone after the one they followed. */
export function compareCharters(
	before: readonly SectionLike[],
	after: readonly SectionLike[],
): SectionChange[] {
	const earlier = new Map(before.map((section) => [section.key, section]));
	const later = new Set(after.map(({ key }) => key));
	const goneAfter = new Map<string | null, SectionLike[]>();
	let anchor: string | null = null;
	for (const section of before) {
		if (later.has(section.key)) anchor = section.key;
		else goneAfter.set(anchor, [...(goneAfter.get(anchor) ?? []), section]);
	}
	const gone = (key: string | null) => (goneAfter.get(key) ?? []).map((one) => whole(one, 'gone'));
	return [
		...gone(null),
		...after.flatMap((section) => {
			const old = earlier.get(section.key);
			const change = old === undefined ? whole(section, 'new') : changeOf(old, section);
			return [change, ...gone(section.key)];
		}),
	];
}

function whole({ key, title, text }: SectionLike, kind: 'gone' | 'new'): SectionChange {
	return { key, kind, title: [{ kind, text: title }], text: [{ kind, text }] };
}

function changeOf(old: SectionLike, section: SectionLike): SectionChange {
	const isSame = old.title === section.title && old.text === section.text;
	return {
		key: section.key,
		kind: isSame ? 'same' : 'changed',
		title: compareWords(old.title, section.title),
		text: compareWords(old.text, section.text),
	};
}

/**
 * Two texts as pieces: those of `same` and `gone` give the first text, those of `same` and `new` the
 * second. Words and the white space between them are compared as they are.
 */
export function compareWords(before: string, after: string): Piece[] {
	const a = tokens(before);
	const b = tokens(after);
	let start = 0;
	while (start < a.length && start < b.length && a[start] === b[start]) start++;
	let end = 0;
	while (
		end < a.length - start &&
		end < b.length - start &&
		a[a.length - 1 - end] === b[b.length - 1 - end]
	) {
		end++;
	}
	return joined([
		{ kind: 'same', text: a.slice(0, start).join('') },
		...longestCommon(a.slice(start, a.length - end), b.slice(start, b.length - end)),
		{ kind: 'same', text: a.slice(a.length - end).join('') },
	]);
}

const tokens = (text: string): string[] => text.match(/\s+|\S+/gu) ?? [];

function longestCommon(a: readonly string[], b: readonly string[]): Piece[] {
	const width = b.length + 1;
	// How many tokens of the rests are common, from each pair of places.
	const common = new Uint16Array((a.length + 1) * width);
	for (let i = a.length - 1; i >= 0; i--) {
		for (let j = b.length - 1; j >= 0; j--) {
			const here = i * width + j;
			common[here] =
				a[i] === b[j]
					? (common[here + width + 1] ?? 0) + 1
					: Math.max(common[here + width] ?? 0, common[here + 1] ?? 0);
		}
	}
	const pieces: Piece[] = [];
	let [i, j] = [0, 0];
	while (i < a.length || j < b.length) {
		const here = i * width + j;
		if (i < a.length && j < b.length && a[i] === b[j]) {
			pieces.push({ kind: 'same', text: a[i] ?? '' });
			i++;
			j++;
		} else if (j >= b.length || (i < a.length && (common[here + width] ?? 0) >= (common[here + 1] ?? 0))) {
			pieces.push({ kind: 'gone', text: a[i++] ?? '' });
		} else pieces.push({ kind: 'new', text: b[j++] ?? '' });
	}
	return pieces;
}

function joined(pieces: readonly Piece[]): Piece[] {
	const result: Piece[] = [];
	for (const piece of pieces) {
		const last = result.at(-1);
		if (piece.text === '') continue;
		if (last?.kind === piece.kind) result[result.length - 1] = { ...last, text: last.text + piece.text };
		else result.push(piece);
	}
	return result;
}
