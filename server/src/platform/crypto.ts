/**
 * Encryption at rest, in two layers: a data key for each document or person seals their text, and
 * the master key wraps the data keys. Destroying a wrapped key makes what it sealed unreadable,
 * also in backups.
 *
 * Sealed bytes: version (1) | nonce (12) | ciphertext | tag (16), AES-256-GCM. `context` says what
 * the bytes are (`journal-entry:<id>`); it is authenticated, so that rows cannot be swapped.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/** 32 secret bytes that seal one document's or one person's text. Never logged, never stored bare. */
export type DataKey = Uint8Array & { readonly __dataKey?: never };

export interface Keyring {
	newDataKey(): { readonly key: DataKey; readonly wrapped: Uint8Array };
	/** Throws when the wrapped key was made with none of the master keys, or was altered. */
	unwrap(wrapped: Uint8Array): DataKey;
	/** The same key wrapped with the current master key; null when it already is. */
	rewrap(wrapped: Uint8Array): Uint8Array | null;
}

/** Encrypts `plain` so that only the same key and the same `context` give it back. */
export function seal(key: DataKey, plain: Uint8Array, context: string): Uint8Array {
	const nonce = randomBytes(NONCE_BYTES);
	const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
	const body = cipher.update(plain);
	cipher.final();
	return Buffer.concat([Uint8Array.of(VERSION), nonce, body, cipher.getAuthTag()]);
}

/** The reverse of `seal`. Throws when the key or context differs or a bit was changed. */
export function unseal(key: DataKey, sealed: Uint8Array, context: string): Uint8Array {
	if (sealed.length < 1 + NONCE_BYTES + TAG_BYTES || sealed[0] !== VERSION) {
		throw new Error('sealed bytes of an unknown form');
	}
	const nonce = sealed.subarray(1, 1 + NONCE_BYTES);
	const body = sealed.subarray(1 + NONCE_BYTES, sealed.length - TAG_BYTES);
	const decipher = createDecipheriv('aes-256-gcm', key, nonce)
		.setAAD(Buffer.from(context))
		.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
	const plain = decipher.update(body);
	decipher.final();
	return plain;
}

/** The first master key is the current one and wraps; the others only unwrap, until a rotation is done. */
export function createKeyring(masterKeys: readonly Uint8Array[]): Keyring {
	const context = 'data-key';
	const [current] = masterKeys;
	if (current === undefined) throw new Error('a keyring without a master key');
	function unwrap(wrapped: Uint8Array): DataKey {
		for (const masterKey of masterKeys) {
			try {
				return unseal(masterKey, wrapped, context);
			} catch {
				// Perhaps an older one.
			}
		}
		throw new Error('a data key that no master key unwraps');
	}
	return {
		unwrap,
		newDataKey() {
			const key = randomBytes(KEY_BYTES);
			return { key, wrapped: seal(current, key, context) };
		},
		rewrap(wrapped) {
			try {
				unseal(current, wrapped, context);
				return null;
			} catch {
				return seal(current, unwrap(wrapped), context);
			}
		},
	};
}

/**
 * The master keys of a server that was given none: one a line in a file of the data folder, the
 * current one first. The file is made at the first start, readable by its owner only.
 */
export function masterKeysFromFile(dataDir: string): Uint8Array[] {
	const file = join(dataDir, 'master.key');
	if (!existsSync(file)) {
		mkdirSync(dataDir, { recursive: true, mode: 0o700 });
		writeFileSync(file, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
	}
	const keys = readFileSync(file, 'utf8')
		.trim()
		.split('\n')
		.map((line) => Buffer.from(line.trim(), 'base64'));
	if (keys.some((key) => key.length !== KEY_BYTES))
		throw new Error('master.key in the data folder is damaged');
	return keys;
}
