/**
 * `pnpm --silent anonymise --jsonl < in.jsonl > out.jsonl`: for each line `{id, lang, text}` one line
 * `{id, spans: [{start, end, type}]}`, in UTF-16 offsets. Nothing is written anywhere else, and an
 * error names the line, never its words.
 */
import { createInterface } from 'node:readline';
import { detect } from './detect.ts';
import { loadWords } from './node-words.ts';

interface Line {
	readonly id: string | number;
	readonly lang: 'fr' | 'en';
	readonly text: string;
}

function read(line: string): Line | null {
	try {
		const value: unknown = JSON.parse(line);
		if (typeof value !== 'object' || value === null) return null;
		const { id, lang, text } = value as Record<string, unknown>;
		if (typeof id !== 'string' && typeof id !== 'number') return null;
		return (lang === 'fr' || lang === 'en') && typeof text === 'string' ? { id, lang, text } : null;
	} catch {
		return null;
	}
}

if (!process.argv.includes('--jsonl')) {
	process.stderr.write('pnpm --silent anonymise --jsonl < in.jsonl > out.jsonl\n');
	process.exit(2);
}

const words = await loadWords();
let number = 0;
for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
	number++;
	if (line.trim() === '') continue;
	const asked = read(line);
	if (asked === null) {
		process.stderr.write(`line ${number} is not {"id", "lang": "fr" or "en", "text"}\n`);
		process.exitCode = 1;
		continue;
	}
	const spans = detect(asked.text, { language: asked.lang, words }).map(({ start, end, type }) => ({
		start,
		end,
		type,
	}));
	process.stdout.write(`${JSON.stringify({ id: asked.id, spans })}\n`);
}
