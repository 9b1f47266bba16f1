import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { composeMistakes } from './compose.ts';

const good = readFileSync(new URL('../docker-compose.yml', import.meta.url), 'utf8');

test('the compose file is sound, and a mistake in it would be seen', () => {
	expect(composeMistakes(good)).toEqual([]);
	expect(composeMistakes(good.replace('DATABASE_URL:', 'DATABASE_ADDRESS:'))).toEqual([
		'app: DATABASE_ADDRESS is no setting of ours',
	]);
	expect(composeMistakes(good.replace('\n  redis:\n', '\n  cache:\n'))).toContain(
		'there is no service redis',
	);
	expect(composeMistakes(`${good}\nservices: {}\n`)[0]).toMatch(/unique/);
});
