/**
 * The key of pseudonyms as a file, sealed with a passphrase, to take it to another device:
 *
 *     {
 *       "format": "entrepairs-pseudonym-key", "version": 1,
 *       "derivation": { "name": "PBKDF2", "hash": "SHA-256", "iterations": 600000, "salt": base64 },
 *       "cipher": { "name": "AES-GCM", "nonce": base64 },
 *       "sealed": base64
 *     }
 *
 * What is sealed is UTF-8 JSON: `[{ "real": "Karim Benali", "pseudonym": "A.", "type": "PERSON" }, …]`.
 * Salt (16 bytes) and nonce (12 bytes) are fresh in every file; the AES key has 256 bits. Nothing but
 * the passphrase opens it: there is no other way in, and nobody to ask for one.
 */
import { type FindingType, findingTypes } from '@entrepairs/anonymise/finding';
import type { KeyEntry } from '@entrepairs/anonymise/key-entry';

const FORMAT = 'entrepairs-pseudonym-key';
/** OWASP, Password Storage Cheat Sheet (2023), for PBKDF2 with SHA-256. */
const ITERATIONS = 600_000;
/** A file that asks for more would keep the page busy for minutes. */
const MOST_ITERATIONS = 10_000_000;
const SALT_BYTES = 16;
const NONCE_BYTES = 12;
export const SHORTEST_PASSPHRASE = 12;
export const LARGEST_FILE = 1_000_000;

export async function sealKey(entries: readonly KeyEntry[], passphrase: string): Promise<string> {
	const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
	const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
	const key = await derive(passphrase, salt, ITERATIONS);
	const plain = new TextEncoder().encode(JSON.stringify(entries));
	const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, plain);
	const file = {
		format: FORMAT,
		version: 1,
		derivation: { name: 'PBKDF2', hash: 'SHA-256', iterations: ITERATIONS, salt: toBase64(salt) },
		cipher: { name: 'AES-GCM', nonce: toBase64(nonce) },
		sealed: toBase64(new Uint8Array(sealed)),
	};
	return `${JSON.stringify(file, null, '\t')}\n`;
}

/** `not-a-key`: another kind of file. `wrong-passphrase`: or it was damaged; the two look the same. */
export async function unsealKey(
	content: string,
	passphrase: string,
): Promise<KeyEntry[] | 'not-a-key' | 'wrong-passphrase'> {
	const file = readFile(content);
	if (file === null) return 'not-a-key';
	try {
		const key = await derive(passphrase, file.salt, file.iterations);
		const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: file.nonce }, key, file.sealed);
		return readEntries(JSON.parse(new TextDecoder().decode(plain)));
	} catch {
		return 'wrong-passphrase';
	}
}

/**
 * The entries of both. Who has a pseudonym here keeps it; and who is called in the file as somebody else
 * is called here is left out, for the two would become one person.
 */
export function mergeKeys(
	own: readonly KeyEntry[],
	read: readonly KeyEntry[],
): { readonly entries: KeyEntry[]; readonly leftOut: readonly KeyEntry[] } {
	const nameOf = ({ real, type }: KeyEntry) => `${type} ${real}`;
	const known = new Set(own.map(nameOf));
	const isSomebodyElse = ({ pseudonym }: KeyEntry) => {
		const same = (entry: KeyEntry) => entry.pseudonym === pseudonym;
		return own.some(same) && !read.filter(same).some((entry) => known.has(nameOf(entry)));
	};
	const fresh = read.filter((entry) => !known.has(nameOf(entry)));
	return {
		entries: [...own, ...fresh.filter((entry) => !isSomebodyElse(entry))],
		leftOut: fresh.filter(isSomebodyElse),
	};
}

interface KeyFile {
	readonly iterations: number;
	readonly salt: Uint8Array<ArrayBuffer>;
	readonly nonce: Uint8Array<ArrayBuffer>;
	readonly sealed: Uint8Array<ArrayBuffer>;
}

function readFile(content: string): KeyFile | null {
	try {
		const { format, version, derivation, cipher, sealed } = JSON.parse(content);
		if (format !== FORMAT || version !== 1) return null;
		if (derivation.name !== 'PBKDF2' || derivation.hash !== 'SHA-256' || cipher.name !== 'AES-GCM')
			return null;
		const iterations: unknown = derivation.iterations;
		if (typeof iterations !== 'number' || iterations < ITERATIONS || iterations > MOST_ITERATIONS)
			return null;
		const salt = fromBase64(derivation.salt);
		return { iterations, salt, nonce: fromBase64(cipher.nonce), sealed: fromBase64(sealed) };
	} catch {
		return null;
	}
}

function readEntries(value: unknown): KeyEntry[] {
	if (!Array.isArray(value)) return [];
	return value.flatMap((entry: Partial<KeyEntry> | null) => {
		const { real, pseudonym, type } = entry ?? {};
		const isEntry = typeof real === 'string' && typeof pseudonym === 'string' && isType(type);
		return isEntry ? [{ real, pseudonym, type }] : [];
	});
}

function isType(type: unknown): type is FindingType {
	return findingTypes.some((known) => known === type);
}

async function derive(passphrase: string, salt: Uint8Array<ArrayBuffer>, iterations: number) {
	// Accents are typed in more than one way.
	const typed = new TextEncoder().encode(passphrase.normalize('NFKC'));
	const base = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
	return crypto.subtle.deriveKey(
		{ name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
		base,
		{ name: 'AES-GCM', length: 256 },
		false,
		['encrypt', 'decrypt'],
	);
}

function toBase64(bytes: Uint8Array): string {
	return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

function fromBase64(words: string): Uint8Array<ArrayBuffer> {
	return Uint8Array.from(atob(words), (letter) => letter.charCodeAt(0));
}
