/** One record of a sealed store, as JSON. */
import { openSealedStore, type StoreName } from './sealed-store.ts';

export interface SealedJson<T> {
	/** Null where there is none, or none that can still be read. */
	read(): Promise<T | null>;
	/** The latest counts; null erases it. It is lost where the browser stores nothing. */
	write(value: T | null): Promise<void>;
}

/** `name`: of the record, among the person's own in this store. */
export async function openSealedJson<T>(
	storeName: StoreName,
	accountId: string,
	name: string,
): Promise<SealedJson<T>> {
	const store = await openSealedStore(storeName, accountId);
	const key = `${accountId}:${name}`;
	let writing = Promise.resolve();
	return {
		async read() {
			try {
				const bytes = (await store?.read(key))?.bytes ?? null;
				return bytes === null ? null : (JSON.parse(new TextDecoder().decode(bytes)) as T);
			} catch {
				return null;
			}
		},
		write(value) {
			const bytes = value === null ? null : new TextEncoder().encode(JSON.stringify(value));
			// One after the other: sealing takes longer for some than for others.
			writing = writing
				.then(async () => void (await (bytes === null ? store?.erase(key) : store?.write(key, bytes))))
				.catch(() => {});
			return writing;
		},
	};
}
