/**
 * What somebody wrote and the server has not confirmed, kept on this device, sealed, until it has.
 * Each tab keeps its own record, so that two tabs cannot overwrite one another.
 */
import { openSealedStore, type SealedRecord, type SealedStore } from '#lib/device/sealed-store.ts';

/** One record as it was read or written: a tab may have replaced it since. */
export interface KeptRecord extends Omit<SealedRecord, 'bytes'> {
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
	const store = await openSealedStore('kept-changes', accountId);
	return store === null ? null : keptChanges(store, `${accountId}:${caseId}:`);
}

function keptChanges(store: SealedStore, prefix: string): KeptChanges {
	let own = prefix + crypto.randomUUID();

	return {
		read: async () => (await store.readAll(prefix)).map(asKept),

		async write(update, epoch) {
			// Now: it may be set aside while the bytes are being sealed.
			const written = await store.write(own, update, { epoch });
			return typeof written === 'string' ? null : asKept(written);
		},

		setAside() {
			own = prefix + crypto.randomUUID();
		},

		forgetOwn: () => store.erase(own),
		forget: (records) => store.eraseIfSame(records),
	};
}

function asKept({ bytes, ...rest }: SealedRecord): KeptRecord {
	return { ...rest, update: bytes };
}
