/**
 * Folds the journal of a document into its snapshot. The rows are replayed into a document that
 * collects garbage, because merging bytes keeps deleted text for ever. One transaction: a crash at
 * any step leaves either the journal or the snapshot, never neither.
 */
import * as Y from 'yjs';
import type { Keyring } from '../platform/crypto.ts';
import type { Db } from '../platform/database.ts';
import { loadDocument, replaceSnapshot } from './store.ts';

/** Returns the compact state, or null when the document is gone. */
export async function compact(db: Db, keyring: Keyring, id: string): Promise<Uint8Array | null> {
	return db.transaction().execute(async (trx) => {
		// Two processes may try at once; the second finds nothing left to fold.
		await trx.selectFrom('documents').where('id', '=', id).select('id').forUpdate().execute();
		const stored = await loadDocument(trx, keyring, id);
		if (stored === null) return null;
		if (stored.rows === 0) return stored.state;
		const state = withoutGarbage(stored.state);
		await replaceSnapshot(trx, { id, epoch: stored.epoch, key: stored.key }, stored.lastSeq, state);
		return state;
	});
}

/** The same text in fewer bytes, without what was deleted. Changes that still hang in the air stay. */
export function withoutGarbage(state: Uint8Array): Uint8Array {
	const document = new Y.Doc({ gc: true });
	try {
		Y.applyUpdate(document, state);
		return Y.encodeStateAsUpdate(document);
	} finally {
		document.destroy();
	}
}
