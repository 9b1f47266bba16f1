/**
 * What the server itself does to a document in somebody's name: making a change, erasing for good.
 * Both happen in the open document, so that everybody who has it open sees them at once.
 */
import type { RefusedBecause } from '@entrepairs/contract/collab';
import type { Keyring } from '../platform/crypto.ts';
import type { Db } from '../platform/database.ts';
import { type Connection, refusalOf, updateFrame } from './connection.ts';
import { isOld, newsUpdate } from './contents.ts';
import type { OpenDocument } from './document.ts';
import type { OpenDocuments } from './documents.ts';
import { type Erasure, eraseHistory } from './erasure.ts';
import type { Journal } from './journal.ts';
import { readChange } from './update.ts';

export interface ServerChanges {
	/** Resolves once everything that was written in a document here is on disk; false when there is no such document. */
	settle(documentId: string): Promise<boolean>;
	/**
	 * Makes a change in somebody's name, judged like any other. `change` gets the whole state and
	 * returns a Yjs update. Resolves once it is on disk.
	 */
	write(
		documentId: string,
		by: { readonly accountId: string; readonly sections: readonly string[] },
		change: (state: Uint8Array) => Uint8Array,
	): Promise<'saved' | 'gone' | RefusedBecause>;
	/** Erases for good, and moves everybody to the new epoch. False when there is no such document. */
	erase(documentId: string, erasure: Erasure): Promise<boolean>;
}

export function createServerChanges(deps: {
	readonly db: Db;
	readonly keyring: Keyring;
	readonly documents: OpenDocuments;
	readonly journal: Journal;
}): ServerChanges {
	const { db, keyring, documents, journal } = deps;
	const { settled } = documents;

	const erasing = new Map<string, Promise<boolean>>();

	async function eraseNow(document: OpenDocument<Connection>, erasure: Erasure): Promise<boolean> {
		document.takesChanges = false;
		try {
			await settled(document);
			const stored = await eraseHistory(db, keyring, document.id, erasure);
			if (stored === null) {
				document.gone();
				return false;
			}
			document.replace(stored);
			document.outlet.erased();
			return true;
		} finally {
			// Where it failed, what came meanwhile is asked for again.
			if (!document.takesChanges) {
				document.takesChanges = true;
				for (const listener of document.listeners) listener.askAgain();
			}
		}
	}

	return {
		async settle(documentId) {
			const found = await documents.with(documentId, async (document) => {
				await settled(document);
				return true;
			});
			return found ?? false;
		},

		async write(documentId, { accountId, sections }, change) {
			const outcome = await documents.with(documentId, async (document) => {
				if (!document.takesChanges || document.isSuperseded) return 'missing';
				const news = document.sift(readChange(change(document.state())), accountId);
				const because = refusalOf(news, sections);
				if (because !== null || news.isMissing) return because ?? 'missing';
				if (isOld(news)) return 'saved';
				const update = newsUpdate(news);
				const newClients = document.apply(news, update, accountId);
				document.broadcast(updateFrame(update), null);
				document.outlet.change(update, accountId);
				let isSaved = false;
				journal.append(document, { update, accountId, newClients }, () => {
					isSaved = true;
				});
				await settled(document);
				return isSaved ? 'saved' : 'missing';
			});
			return (outcome ?? 'gone') as 'saved' | 'gone' | RefusedBecause;
		},

		async erase(documentId, erasure) {
			const found = await documents.with(documentId, (document) => {
				// One at a time: between two, changes are taken again.
				const before = erasing.get(documentId) ?? Promise.resolve();
				const own = before.catch(() => {}).then(() => eraseNow(document, erasure));
				erasing.set(documentId, own);
				return own.finally(() => {
					if (erasing.get(documentId) === own) erasing.delete(documentId);
				});
			});
			return found ?? false;
		},
	};
}
