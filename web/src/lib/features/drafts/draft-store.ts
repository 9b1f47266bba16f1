/** The drafts that this device keeps for a person, sealed; nobody else who signs in here sees them. */
import {
	countSealed,
	destroySealed,
	openSealedStore,
	type SealedRecord,
	type SealedStore,
} from '#lib/device/sealed-store.ts';
import { type Draft, decodeDraft, encodeDraft } from './draft.ts';

/** As it was read or written: another tab may have replaced it since. */
export interface KeptDraft {
	readonly draft: Draft;
	readonly record: SealedRecord;
}

export interface Drafts {
	/** The one that was changed last first. */
	list(): Promise<Draft[]>;
	read(id: string): Promise<KeptDraft | null>;
	/** `over` is what this tab knows to be there (null: nothing). See `SealedStore.write`. */
	write(draft: Draft, over: SealedRecord | null): Promise<KeptDraft | 'gone' | 'changed'>;
	erase(id: string): Promise<void>;
}

/** Null where the browser keeps nothing, or an older page of this site is open in another tab. */
export async function openDrafts(accountId: string): Promise<Drafts | null> {
	const store = await openSealedStore('drafts', accountId);
	return store === null ? null : drafts(store, accountId);
}

export const countDrafts = (accountId: string) => countSealed('drafts', accountId);
export const eraseAllDrafts = (accountId: string) => destroySealed('drafts', accountId);

function drafts(store: SealedStore, accountId: string): Drafts {
	const nameOf = (id: string) => `${accountId}:${id}`;
	return {
		async list() {
			const records = await store.readAll();
			return records
				.flatMap((record) => asKept(record) ?? [])
				.map(({ draft }) => draft)
				.sort((a, b) => b.changedAt.localeCompare(a.changedAt));
		},

		async read(id) {
			const record = await store.read(nameOf(id));
			return record === null ? null : asKept(record);
		},

		async write(draft, over) {
			const written = await store.write(nameOf(draft.id), encodeDraft(draft), { over });
			return typeof written === 'string' ? written : { draft, record: written };
		},

		erase: (id) => store.erase(nameOf(id)),
	};
}

function asKept(record: SealedRecord): KeptDraft | null {
	const draft = record.bytes === null ? null : decodeDraft(record.bytes);
	return draft === null ? null : { draft, record };
}
