/** TypeScript sees that both languages have the same words; this sees that they are words. */
import { expect, test } from 'vitest';
import { en } from './en.ts';
import { fr } from './fr.ts';

function texts(value: unknown, path = ''): [string, string][] {
	if (typeof value === 'string') return [[path, value]];
	if (typeof value === 'function') {
		const said: unknown = (value as (...args: unknown[]) => unknown)(3, 4);
		return [[path, String(said)]];
	}
	return Object.entries(value as object).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
}

const french = new Map(texts(fr));
const english = new Map(texts(en));

test('both languages say everything, and differently', () => {
	expect([...english.keys()]).toEqual([...french.keys()]);
	const same = [...french]
		.filter(([path, words]) => english.get(path) === words && /\p{L}{4,}/u.test(words))
		.map(([path]) => path);
	expect(same.sort()).toEqual([
		'.accessibility.keys.1.0',
		'.account.organisations',
		'.charter.version',
		'.inRoom.drawers.notes',
		'.inRoom.methodChosen',
		'.journal.title',
		'.methods.minutes',
		'.methods.sources',
		'.methods.version',
		'.methods.versions',
		'.shell.journal',
		'.shell.organisation',
	]);
});

test('French has its spaces before ; : ! ? and inside « »', () => {
	const wrong = [...french].filter(
		([, words]) =>
			/[\p{L}\d)»] ?[;!?](\s|$)|\p{L}:\s|« | »/u.test(words) && !/[\u202f\u00a0][;:!?]/u.test(words),
	);
	expect(wrong).toEqual([]);
});
