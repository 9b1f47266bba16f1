import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createKeyring, masterKeysFromFile, seal, unseal } from './crypto.ts';

const keyring = createKeyring([new Uint8Array(32).fill(7)]);
const text = Buffer.from('une phrase confidentielle');

describe('encryption at rest', () => {
	it('gives back what was sealed, and never the same bytes twice', () => {
		const { key } = keyring.newDataKey();
		const sealed = seal(key, text, 'note:1');
		expect(Buffer.from(unseal(key, sealed, 'note:1'))).toEqual(text);
		expect(Buffer.from(seal(key, text, 'note:1'))).not.toEqual(Buffer.from(sealed));
		expect(Buffer.from(sealed).includes('confidentielle')).toBe(false);
	});

	it('refuses every altered bit', () => {
		const { key } = keyring.newDataKey();
		const sealed = seal(key, text, 'note:1');
		for (let bit = 0; bit < sealed.length * 8; bit++) {
			const altered = Uint8Array.from(sealed);
			altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7));
			expect(() => unseal(key, altered, 'note:1')).toThrow();
		}
	});

	it('refuses another context, another key, and what is too short to be sealed', () => {
		const { key } = keyring.newDataKey();
		const sealed = seal(key, text, 'note:1');
		expect(() => unseal(key, sealed, 'note:2')).toThrow();
		expect(() => unseal(keyring.newDataKey().key, sealed, 'note:1')).toThrow();
		expect(() => unseal(key, sealed.subarray(0, 20), 'note:1')).toThrow();
	});

	it('unwraps a data key only with the master key that wrapped it', () => {
		const { key, wrapped } = keyring.newDataKey();
		expect(Buffer.from(keyring.unwrap(wrapped))).toEqual(Buffer.from(key));
		expect(() => createKeyring([new Uint8Array(32).fill(8)]).unwrap(wrapped)).toThrow();
	});

	it('rewraps with the current master key what an older one wrapped', () => {
		const { key, wrapped } = keyring.newDataKey();
		const both = createKeyring([new Uint8Array(32).fill(8), new Uint8Array(32).fill(7)]);
		const again = both.rewrap(wrapped);
		expect(Buffer.from(createKeyring([new Uint8Array(32).fill(8)]).unwrap(again ?? wrapped))).toEqual(
			Buffer.from(key),
		);
		expect(both.rewrap(again ?? wrapped)).toBeNull();
		expect(() => createKeyring([new Uint8Array(32).fill(9)]).rewrap(wrapped)).toThrow();
	});

	it('makes the key file once, for its owner only', () => {
		const folder = mkdtempSync(join(tmpdir(), 'entrepairs-key-'));
		const first = masterKeysFromFile(folder);
		expect(masterKeysFromFile(folder)).toEqual(first);
		expect(statSync(join(folder, 'master.key')).mode & 0o777).toBe(0o600);
	});
});
