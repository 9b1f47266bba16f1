/** The word lists for programs: made once from their packages and kept beside them. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileWords } from './words/compile.ts';
import { readWords, type Words } from './words/words.ts';

const here = dirname(fileURLToPath(import.meta.url));
/** Made by `pnpm learn`. */
const LEARNT = '../model/tagger.bin';
const made = ['words/compile.ts', 'words/automaton.ts', 'words/words.ts', 'words/fold.ts', '../package.json', LEARNT];

/** The lists as one file; the first call after a change of them takes some seconds. */
export async function wordsFile(): Promise<Uint8Array> {
	const sources = await Promise.all(made.map((name) => readFile(join(here, name))));
	const version = createHash('sha256').update(Buffer.concat(sources)).digest('hex').slice(0, 16);
	const path = join(here, '../node_modules/.cache', `words-${version}.bin`);
	const known = await readFile(path).catch(() => null);
	if (known !== null) return known;
	const file = compileWords(await readFile(join(here, LEARNT)));
	// Two processes may be making it: each its own file, then put in place whole. Without a place for it, it is made anew.
	try {
		await mkdir(dirname(path), { recursive: true });
		const own = `${path}.${process.pid}`;
		await writeFile(own, file);
		await rename(own, path);
	} catch {
		return file;
	}
	return file;
}

let loading: Promise<Words> | undefined;

export function loadWords(): Promise<Words> {
	loading ??= wordsFile().then(readWords);
	return loading;
}
