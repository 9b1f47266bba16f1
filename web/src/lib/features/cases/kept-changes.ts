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
}

export interface KeptChanges {
	/** What this and earlier tabs kept of the case, as Yjs updates. */
	read(): Promise<Uint8Array[]>;
	/** Replaces what this tab keeps. */
	write(update: Uint8Array): Promise<void>;
	/** Everything that `read` gave and `write` kept is confirmed. */
	forget(): Promise<void>;
}

/** Null where the browser offers no storage or no cryptography (a private window, plain http). */
export async function openKeptChanges(accountId: string, caseId: string): Promise<KeptChanges | null> {
	try {
		const db = await openDatabase();
		const key = await keyOf(db, accountId);
		return keptChanges(db, key, `${accountId}:${caseId}:`);
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
			done(transaction.objectStore(KEYS).delete(accountId)),
		]);
	} catch {
		// Without storage nothing was kept.
	}
}

function keptChanges(db: IDBDatabase, key: CryptoKey, prefix: string): KeptChanges {
	const own = prefix + crypto.randomUUID();
	const found = new Set<string>();
	const store = (mode: IDBTransactionMode) => db.transaction(CHANGES, mode).objectStore(CHANGES);

	return {
		async read() {
			const range = startingWith(prefix);
			const objects = store('readonly');
			const [names, records] = await Promise.all([
				done(objects.getAllKeys(range)),
				done<Sealed[]>(objects.getAll(range)),
			]);
			const updates: Uint8Array[] = [];
			for (const [index, { nonce, bytes }] of records.entries()) {
				try {
					updates.push(
						new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce }, key, bytes)),
					);
				} catch {
					// Sealed with a key that is gone: nobody can read it any more.
				}
				found.add(String(names[index]));
			}
			return updates;
		},

		async write(update) {
			const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
			const bytes = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, new Uint8Array(update));
			await done(store('readwrite').put({ nonce, bytes } satisfies Sealed, own));
		},

		async forget() {
			const objects = store('readwrite');
			await Promise.all([own, ...found].map((name) => done(objects.delete(name))));
			found.clear();
		},
	};
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
