/** Invented narratives with their identifiers marked: `{{TYPE|words}}`. docs/anonymisation.md says how they are marked. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FindingType, findingTypes, type Language } from '@entrepairs/anonymise/finding';

export interface Marked {
	readonly start: number;
	readonly end: number;
	readonly type: FindingType;
}

export interface Narrative {
	readonly id: string;
	readonly language: Language;
	readonly text: string;
	readonly marks: readonly Marked[];
}

/** `tune` may be looked at while rules are written; `report` is only measured. */
export function readNarratives(set: 'tune' | 'report', language: Language): Narrative[] {
	const folder = join(import.meta.dirname, set);
	return globSync(`${language}-*.txt`, { cwd: folder })
		.sort()
		.flatMap((name) => parseNarratives(readFileSync(join(folder, name), 'utf8'), language));
}

/** Throws where a mark is not closed or of no known type. */
function parseNarratives(file: string, language: Language): Narrative[] {
	return file
		.split(/^=== /m)
		.slice(1)
		.map((part) => {
			const [header = '', ...lines] = part.split('\n');
			const id = header.split('|')[0]?.trim() ?? '';
			return { id, language, ...unmarked(lines.join('\n').trim(), id) };
		});
}

function unmarked(source: string, id: string): Pick<Narrative, 'text' | 'marks'> {
	let text = '';
	let from = 0;
	const marks: Marked[] = [];
	for (const match of source.matchAll(/\{\{([A-Z_]+)\|([^{}]+)\}\}/g)) {
		text += source.slice(from, match.index);
		const type = findingTypes.find((known) => known === match[1]);
		if (type === undefined) throw new Error(`${id}: no such type ${match[1]}`);
		marks.push({ start: text.length, end: text.length + (match[2] ?? '').length, type });
		text += match[2];
		from = match.index + match[0].length;
	}
	text += source.slice(from);
	if (/\{\{|\}\}/.test(text)) throw new Error(`${id}: a mark that is not closed`);
	return { text, marks };
}
