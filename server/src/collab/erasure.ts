/**
 * Real erasure. Deleting leaves the text in the journal, in the snapshot and in versions; erasing
 * begins a new epoch: the text as it is now, without anything that was deleted, under a new data
 * key. Journal, snapshot, versions and key of the old epoch go in the same transaction.
 *
 * What is left of deleted text is where it was and how long: clients that were apart can still
 * follow one another, and none of them can bring it back (see `sift` in contents.ts: clocks that
 * are known are never taken again).
 */
import * as Y from 'yjs';
import type { DataKey, Keyring } from '../platform/crypto.ts';
import type { Db, Trx } from '../platform/database.ts';
import { claimClients, loadDocument, replaceSnapshot, type StoredDocument } from './store.ts';

export interface Erasure {
	/** Sections to empty first; none when only what was deleted before is to go. */
	readonly sections: readonly string[];
	/** Whoever empties them, so that the empty paragraph left there has an author. */
	readonly accountId: string;
	/** Seals again what else is sealed with the document's key, in the same transaction. */
	reseal(trx: Trx, before: DataKey, after: DataKey): Promise<void>;
}

/** Returns the document in its new epoch, or null when there is none. */
export async function eraseHistory(
	db: Db,
	keyring: Keyring,
	id: string,
	erasure: Erasure,
): Promise<StoredDocument | null> {
	return db.transaction().execute(async (trx) => {
		// No other process writes until this is done, and then finds the new epoch.
		await trx.selectFrom('documents').where('id', '=', id).select('id').forUpdate().execute();
		const before = await loadDocument(trx, keyring, id);
		if (before === null) return null;
		const { state, clientId } = emptied(before.state, erasure.sections);
		const { key, wrapped } = keyring.newDataKey();
		const epoch = before.epoch + 1;
		await trx.updateTable('documents').set({ epoch, wrapped_key: wrapped }).where('id', '=', id).execute();
		await trx.deleteFrom('document_updates').where('document_id', '=', id).execute();
		await trx.deleteFrom('document_versions').where('document_id', '=', id).execute();
		await replaceSnapshot(trx, { id, epoch, key }, before.lastSeq, state);
		await erasure.reseal(trx, before.key, key);
		const authors = new Map(before.authors);
		if (erasure.sections.length > 0) {
			authors.set(clientId, erasure.accountId);
			await claimClients(trx, [{ documentId: id, clientId, accountId: erasure.accountId }]);
		}
		return { key, epoch, state, vector: null, lastSeq: before.lastSeq, rows: 0, authors };
	});
}

/** The state with sections emptied and without anything that is deleted. */
function emptied(state: Uint8Array, sections: readonly string[]): { state: Uint8Array; clientId: number } {
	const document = new Y.Doc({ gc: true });
	try {
		Y.applyUpdate(document, state);
		document.transact(() => {
			for (const name of sections) {
				const section = document.getXmlFragment(name);
				section.delete(0, section.length);
				// Somewhere to write, as a new case has it.
				section.push([new Y.XmlElement('paragraph')]);
			}
		});
		// What hangs in the air is invisible, and may hold the very words.
		document.store.pendingStructs = null;
		document.store.pendingDs = null;
		return { state: Y.encodeStateAsUpdate(document), clientId: document.clientID };
	} finally {
		document.destroy();
	}
}
