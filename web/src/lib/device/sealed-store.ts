/**
 * What this device keeps for a person: in IndexedDB, sealed with keys that this browser never gives out
 * (non-extractable CryptoKeys), one a person and kind. Destroying a key destroys what it sealed.
 *
 *     version 1   `kept-changes`, `keys` (by account)
 *     version 2   and `case-decisions`, `drafts`; their keys are named `<store>:<account>`
 *     version 3   and `contributions`
 *
 * A tab that still runs an older version holds the database open: until it is closed, opening a newer
 * one is refused here as `blocked`, and asked for again the next time. A tab of this version gives way
 * to a newer one at once. Nothing therefore holds the database longer than one act.
 */
const DATABASE = 'entrepairs';
const VERSION = 3;
const KEYS = 'keys';
const NONCE_BYTES = 12;
const KEY_BYTES = 256;

const stores = ['kept-changes', 'case-decisions', 'drafts', 'contributions'] as const;
export type StoreName = (typeof stores)[number];

interface Sealed {
	readonly nonce: Uint8Array<ArrayBuffer>;
	readonly bytes: ArrayBuffer;
	/** The epoch of the document that changes were made in; unknown in records of older versions. */
	readonly epoch?: number | null;
}

/** One record as it was read or written: a tab may have replaced it since. */
export interface SealedRecord {
	readonly name: string;
	readonly nonce: Uint8Array;
	readonly epoch: number | null;
	/** Null when it can no longer be read. */
	readonly bytes: Uint8Array | null;
}

interface Writing {
	readonly epoch?: number | null;
	/** Only if what is there now is this, or if nothing is there (null); whatever is there otherwise. */
	readonly over?: Pick<SealedRecord, 'nonce'> | null;
}

/** Names begin with the account; `prefix` narrows them. */
export interface SealedStore {
	read(name: string): Promise<SealedRecord | null>;
	readAll(prefix?: string): Promise<SealedRecord[]>;
	/** `gone`: the person’s key was destroyed meanwhile, nothing is kept. `changed`: another tab was first. */
	write(name: string, bytes: Uint8Array, writing?: Writing): Promise<SealedRecord | 'gone' | 'changed'>;
	erase(name: string): Promise<void>;
	/** One that was replaced since stays. */
	eraseIfSame(records: readonly Pick<SealedRecord, 'name' | 'nonce'>[]): Promise<void>;
}

/** Null where the browser offers no storage or no cryptography (a private window, plain http). */
export async function openSealedStore(store: StoreName, accountId: string): Promise<SealedStore | null> {
	try {
		return sealedStore(store, accountId, await keyOf(store, accountId));
	} catch {
		return null;
	}
}

/** How many records this device keeps for a person, without opening them. */
export async function countSealed(store: StoreName, accountId: string): Promise<number> {
	try {
		const db = await openDatabase();
		return await done(
			db
				.transaction(store)
				.objectStore(store)
				.count(startingWith(`${accountId}:`)),
		);
	} catch {
		return 0;
	}
}

/** Erases all records of a person, and the key that they were sealed with. */
export async function destroySealed(store: StoreName, accountId: string): Promise<void> {
	try {
		const db = await openDatabase();
		const transaction = db.transaction([store, KEYS], 'readwrite');
		await Promise.all([
			done(transaction.objectStore(store).delete(startingWith(`${accountId}:`))),
			done(transaction.objectStore(KEYS).delete(keyName(store, accountId))),
		]);
	} catch {
		// Without storage nothing was kept.
	}
}

function sealedStore(store: StoreName, accountId: string, key: CryptoKey): SealedStore {
	const objects = async (mode: IDBTransactionMode) =>
		(await openDatabase()).transaction(store, mode).objectStore(store);

	async function unseal(name: string, { nonce, bytes, epoch }: Sealed): Promise<SealedRecord> {
		return { name, nonce, epoch: epoch ?? null, bytes: await opened(key, nonce, bytes) };
	}

	return {
		async read(name) {
			const found = await done<Sealed | undefined>((await objects('readonly')).get(name));
			return found === undefined ? null : unseal(name, found);
		},

		async readAll(prefix = `${accountId}:`) {
			const range = startingWith(prefix);
			const there = await objects('readonly');
			const [names, records] = await Promise.all([
				done(there.getAllKeys(range)),
				done<Sealed[]>(there.getAll(range)),
			]);
			return Promise.all(records.map((record, index) => unseal(String(names[index]), record)));
		},

		async write(name, content, { epoch = null, over } = {}) {
			const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
			const bytes = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, new Uint8Array(content));
			const db = await openDatabase();
			const transaction = db.transaction([store, KEYS], 'readwrite');
			// Signing out in another tab took the key away: what is written now must not stay behind.
			const known = await done(transaction.objectStore(KEYS).count(keyName(store, accountId)));
			if (known === 0) return 'gone';
			const there = transaction.objectStore(store);
			if (over !== undefined) {
				const now = await done<Sealed | undefined>(there.get(name));
				const isExpected = now === undefined ? over === null : over !== null && isSame(now.nonce, over.nonce);
				if (!isExpected) return 'changed';
			}
			await done(there.put({ nonce, bytes, epoch } satisfies Sealed, name));
			return { name, nonce, epoch, bytes: content };
		},

		async erase(name) {
			await done((await objects('readwrite')).delete(name));
		},

		async eraseIfSame(records) {
			const there = await objects('readwrite');
			await Promise.all(
				records.map(async ({ name, nonce }) => {
					const now = await done<Sealed | undefined>(there.get(name));
					if (now !== undefined && isSame(now.nonce, nonce)) await done(there.delete(name));
				}),
			);
		},
	};
}

async function opened(
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

/** Apart by kind: what is kept back for later goes at sign-out, drafts stay if the person wants them to. */
function keyName(store: StoreName, accountId: string): string {
	return store === 'kept-changes' ? accountId : `${store}:${accountId}`;
}

async function keyOf(store: StoreName, accountId: string): Promise<CryptoKey> {
	const db = await openDatabase();
	const name = keyName(store, accountId);
	const known = await done<CryptoKey | undefined>(db.transaction(KEYS).objectStore(KEYS).get(name));
	if (known !== undefined) return known;
	const fresh = await crypto.subtle.generateKey({ name: 'AES-GCM', length: KEY_BYTES }, false, [
		'encrypt',
		'decrypt',
	]);
	// Another tab may have been first: its key counts.
	const objects = db.transaction(KEYS, 'readwrite').objectStore(KEYS);
	const other = await done<CryptoKey | undefined>(objects.get(name));
	if (other !== undefined) return other;
	await done(objects.put(fresh, name));
	return fresh;
}

let opening: Promise<IDBDatabase> | null = null;

function openDatabase(): Promise<IDBDatabase> {
	opening ??= new Promise<IDBDatabase>((resolve, reject) => {
		const request = indexedDB.open(DATABASE, VERSION);
		const forget = () => {
			opening = null;
		};
		request.onupgradeneeded = ({ oldVersion }) => {
			if (oldVersion < 1) {
				request.result.createObjectStore('kept-changes');
				request.result.createObjectStore(KEYS);
			}
			if (oldVersion < 2) {
				request.result.createObjectStore('case-decisions');
				request.result.createObjectStore('drafts');
			}
			if (oldVersion < 3) request.result.createObjectStore('contributions');
		};
		request.onsuccess = () => {
			const db = request.result;
			// A newer version of this page, in another tab, waits for this.
			db.onversionchange = () => {
				db.close();
				forget();
			};
			db.onclose = forget;
			resolve(db);
			// After it was blocked: whoever asks from now on is answered.
			opening = Promise.resolve(db);
		};
		request.onerror = () => {
			forget();
			reject(request.error);
		};
		request.onblocked = () => reject(new Error('blocked'));
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
