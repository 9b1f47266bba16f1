import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

function run(input: string, ...args: string[]) {
	return spawnSync(process.execPath, [join(import.meta.dirname, 'cli.ts'), ...args], {
		input,
		encoding: 'utf8',
		timeout: 60_000,
	});
}

it('answers line by line with spans, and an error names the line but none of its words', () => {
	const text = '😀 Mme Benali appelle le 06 12 34 56 78.';
	const { stdout, stderr, status } = run(
		[
			JSON.stringify({ id: 'a', lang: 'fr', text }),
			'',
			'{"id": "b", "lang": "de", "text": "Kerouanton"}',
			'not JSON: Kerouanton',
			JSON.stringify({ id: 4, lang: 'en', text: 'Nothing here.' }),
		].join('\n'),
		'--jsonl',
	);
	const lines = stdout
		.trim()
		.split('\n')
		.map((line): { id: unknown; spans: { start: number; end: number; type: string }[] } => JSON.parse(line));
	expect(lines.map(({ id }) => id)).toEqual(['a', 4]);
	expect(lines[0]?.spans.map(({ start, end, type }) => `${type} ${text.slice(start, end)}`)).toEqual([
		'PERSON Benali',
		'PHONE 06 12 34 56 78',
	]);
	expect(lines[1]?.spans).toEqual([]);
	expect(stderr).toMatch(/^line 3 .*\nline 4 .*\n$/);
	expect(stderr).not.toContain('Kerouanton');
	expect(status).toBe(1);
}, 90_000);

it('says how it is called', () => {
	expect(run('').stderr).toContain('--jsonl');
}, 90_000);
