import type { KeyEntry } from '@entrepairs/anonymise/key-entry';
import { expect, test } from 'vitest';
import { mergeKeys, sealKey, unsealKey } from './key-file.ts';

const entries: KeyEntry[] = [
	{ real: 'Karim Benali', pseudonym: 'A.', type: 'PERSON' },
	{ real: 'Zoé', pseudonym: 'B.', type: 'PERSON' },
];
const PASSPHRASE = 'une phrase que je retiens, même accentuée';

test('a key comes back with its passphrase, however its accents were typed, and with no other', async () => {
	const file = await sealKey(entries, PASSPHRASE);
	expect(file).not.toMatch(/Benali|Zoé/);
	expect(await unsealKey(file, PASSPHRASE.normalize('NFD'))).toEqual(entries);
	expect(await unsealKey(file, `${PASSPHRASE} `)).toBe('wrong-passphrase');
	// The same words sealed again share nothing with it.
	const other = JSON.parse(await sealKey(entries, PASSPHRASE));
	expect(other.sealed).not.toBe(JSON.parse(file).sealed);
	expect(other.derivation.salt).not.toBe(JSON.parse(file).derivation.salt);
});

test('what is no key is said to be none, and a damaged one opens nothing', async () => {
	const file = JSON.parse(await sealKey(entries, PASSPHRASE));
	for (const wrong of [
		'',
		'{}',
		'a letter',
		JSON.stringify({ ...file, version: 2 }),
		// A weakened file is not taken, nor one that would hold the page up.
		JSON.stringify({ ...file, derivation: { ...file.derivation, iterations: 1_000 } }),
		JSON.stringify({ ...file, derivation: { ...file.derivation, iterations: 1e12 } }),
	]) {
		expect(await unsealKey(wrong, PASSPHRASE)).toBe('not-a-key');
	}
	const damaged = { ...file, sealed: `${file.sealed[0] === 'A' ? 'B' : 'A'}${file.sealed.slice(1)}` };
	expect(await unsealKey(JSON.stringify(damaged), PASSPHRASE)).toBe('wrong-passphrase');
});

test('a key that is read in renames nobody, and makes no two people one', () => {
	const person = (real: string, pseudonym: string): KeyEntry => ({ real, pseudonym, type: 'PERSON' });
	const own = [person('Karim Benali', 'C.'), person('Odile', 'B.'), person('Paul', 'D.')];
	const read = [...entries, person('Paul', 'D.'), person('Paul Martin', 'D.')];
	expect(mergeKeys(own, read)).toEqual({
		entries: [...own, person('Paul Martin', 'D.')],
		leftOut: [person('Zoé', 'B.')],
	});
});
