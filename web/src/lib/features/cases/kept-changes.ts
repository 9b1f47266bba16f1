/**
 * What somebody wrote and the server has not confirmed, kept on this device until it has: in
 * IndexedDB, sealed with a key that this browser never gives out (a non-extractable CryptoKey).
 * Each tab keeps its own record, so that two tabs cannot overwrite one another.
 */
const DATABASE = 'entrepairs';
const CHANGES = 'kept-changes';
const KEYS = 'keys';
const NONCE_BYTES = 12;

interface Sealed {
	readonly nonce: Uint8Array<ArrayBuffer>;
	readonly bytes: ArrayBuffer;
	/** The epoch of the document that the changes were made in; unknown in records of older versions. */
	readonly epoch?: number | null;
}

/** One record as it was read or written: a tab may have replaced it since. */
export interface KeptRecord {
	readonly name: string;
	readonly nonce: Uint8Array;
	readonly epoch: number | null;
	/** A Yjs update; null when it can no longer be read. */
	readonly update: Uint8Array | null;
}

export interface KeptChanges {
	/** What this and earlier tabs kept of the case. */
	read(): Promise<KeptRecord[]>;
	/** Replaces what this tab keeps. Null when the person has signed out here meanwhile: nothing is kept then. */
	write(update: Uint8Array, epoch: number | null): Promise<KeptRecord | null>;
	/** What this tab kept stays as it is; what it keeps from now on is another record. */
	setAside(): void;
	/** What this tab keeps is confirmed. */
	forgetOwn(): Promise<void>;
	/** These are dealt with; one that was replaced since then stays. */
	forget(records: readonly KeptRecord[]): Promise<void>;
}

/** Null where the browser offers no storage or no cryptography (a private window, plain http). */
export async function openKeptChanges(accountId: string, caseId: string): Promise<KeptChanges | null> {
	try {
		const db = await openDatabase();
		const key = await keyOf(db, accountId);
		return keptChanges(db, key, accountId, `${accountId}:${caseId}:`);
	} catch {
		return null;
	}
}

/** Whether this device keeps changes of a person that were never confirmed. */
export async function keepsChangesOf(accountId: string): Promise<boolean> {
	try {
		const db = await openDatabase();
		return (
			(await done(
				db
					.transaction(CHANGES)
					.objectStore(CHANGES)
					.count(startingWith(`${accountId}:`)),
			)) > 0
		);
	} catch {
		return false;
	}
}

/** Leaves nothing of a person on this device. */
export async function forgetPerson(accountId: string): Promise<void> {
	try {
		const db = await openDatabase();
		const transaction = db.transaction([CHANGES, KEYS], 'readwrite');
		await Promise.all([
			done(transaction.objectStore(CHANGES).delete(startingWith(`${accountId}:`))),
			done(transaction.objectStore(CHANGES).delete(startingWith(noteName(accountId, '')))),
			done(transaction.objectStore(KEYS).delete(accountId)),
		]);
	} catch {
		// Without storage nothing was kept.
	}
}

/** Something small that this device remembers of a case for a person, sealed like the changes. */
export interface SealedNote {
	/** Null when there is none, or none that can still be read. */
	read(): Promise<Uint8Array | null>;
	write(bytes: Uint8Array): Promise<void>;
}

/** Null where the browser offers no storage or no cryptography. */
export async function openSealedNote(accountId: string, caseId: string): Promise<SealedNote | null> {
	try {
		const db = await openDatabase();
		const key = await keyOf(db, accountId);
		const name = noteName(accountId, caseId);
		return {
			async read() {
				const note = await done<Sealed | undefined>(db.transaction(CHANGES).objectStore(CHANGES).get(name));
				return note === undefined ? null : unsealed(key, note.nonce, note.bytes);
			},
			async write(bytes) {
				await putSealed(db, key, accountId, name, bytes, null);
			},
		};
	} catch {
		return null;
	}
}

/** Not beginning with the account: it is no change that waits to be sent. */
const noteName = (accountId: string, caseId: string) => `note:${accountId}:${caseId}`;

/** Null when the person has signed out here meanwhile: nothing is kept then. */
async function putSealed(
	db: IDBDatabase,
	key: CryptoKey,
	accountId: string,
	name: string,
	content: Uint8Array,
	epoch: number | null,
): Promise<{ readonly nonce: Uint8Array } | null> {
	const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
	const bytes = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, new Uint8Array(content));
	const transaction = db.transaction([CHANGES, KEYS], 'readwrite');
	// Signing out in another tab took the key away: what is written now must not stay behind.
	const known = await done(transaction.objectStore(KEYS).count(accountId));
	if (known === 0) return null;
	await done(transaction.objectStore(CHANGES).put({ nonce, bytes, epoch } satisfies Sealed, name));
	return { nonce };
}

function keptChanges(db: IDBDatabase, key: CryptoKey, accountId: string, prefix: string): KeptChanges {
	let own = prefix + crypto.randomUUID();

	return {
		async read() {
			const range = startingWith(prefix);
			const objects = db.transaction(CHANGES).objectStore(CHANGES);
			const [names, records] = await Promise.all([
				done(objects.getAllKeys(range)),
				done<Sealed[]>(objects.getAll(range)),
			]);
			return Promise.all(
				records.map(async ({ nonce, bytes, epoch }, index) => ({
					name: String(names[index]),
					nonce,
					epoch: epoch ?? null,
					update: await unsealed(key, nonce, bytes),
				})),
			);
		},

		async write(update, epoch) {
			// Now: it may be set aside while the bytes are being sealed.
			const name = own;
			const put = await putSealed(db, key, accountId, name, update, epoch);
			return put === null ? null : { name, nonce: put.nonce, epoch, update };
		},

		setAside() {
			own = prefix + crypto.randomUUID();
		},

		async forgetOwn() {
			await done(db.transaction(CHANGES, 'readwrite').objectStore(CHANGES).delete(own));
		},

		async forget(records) {
			const objects = db.transaction(CHANGES, 'readwrite').objectStore(CHANGES);
			await Promise.all(
				records.map(async ({ name, nonce }) => {
					const now = await done<Sealed | undefined>(objects.get(name));
					if (now !== undefined && isSame(now.nonce, nonce)) await done(objects.delete(name));
				}),
			);
		},
	};
}

async function unsealed(
	key: CryptoKey,
	nonce: Uint8Array<ArrayBuffer>,
	bytes: ArrayBuffer,
): Promise<Uint8Array | null> {
	try {
		return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce }, key, bytes));
	} catch {
		// Sealed with a key that is gone: nobody can read it any more.
		return null;
	}
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
	return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

async function keyOf(db: IDBDatabase, accountId: string): Promise<CryptoKey> {
	const known = await done<CryptoKey | undefined>(db.transaction(KEYS).objectStore(KEYS).get(accountId));
	if (known !== undefined) return known;
	const fresh = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
		'encrypt',
		'decrypt',
	]);
	// Another tab may have been first: its key counts.
	const objects = db.transaction(KEYS, 'readwrite').objectStore(KEYS);
	const other = await done<CryptoKey | undefined>(objects.get(accountId));
	if (other !== undefined) return other;
	await done(objects.put(fresh, accountId));
	return fresh;
}

let opening: Promise<IDBDatabase> | null = null;

function openDatabase(): Promise<IDBDatabase> {
	opening ??= new Promise<IDBDatabase>((resolve, reject) => {
		const request = indexedDB.open(DATABASE, 1);
		request.onupgradeneeded = () => {
			request.result.createObjectStore(CHANGES);
			request.result.createObjectStore(KEYS);
		};
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
	return opening;
}

function startingWith(prefix: string): IDBKeyRange {
	return IDBKeyRange.bound(prefix, `${prefix}\uffff`);
}

function done<T>(request: IDBRequest<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
}
