/** Versions of a document that people keep, sealed with its key. They die with erasure. */
import { type Keyring, seal, unseal } from '../platform/crypto.ts';
import type { Db, Trx } from '../platform/database.ts';
import { withoutGarbage } from './compaction.ts';
import { loadDocument } from './store.ts';

export interface Version {
	readonly id: string;
	readonly name: string;
	/** Null when that account is gone. */
	readonly keptBy: string | null;
	readonly keptAt: Date;
}

export interface NewVersion {
	readonly id: string;
	readonly documentId: string;
	readonly name: string;
	readonly keptBy: string | null;
	readonly keptAt: Date;
}

/** Where a version is, for its seal: it cannot be passed off as another's, or as of another epoch. */
const textContext = (documentId: string, epoch: number, id: string) =>
	`document-version:${documentId}:${epoch}:${id}`;
const nameContext = (documentId: string, epoch: number, id: string) =>
	`document-version-name:${documentId}:${epoch}:${id}`;

/**
 * Keeps the text as it is on disk now. False when there is no such document, `full` when it has so
 * many versions already.
 */
export async function keepVersion(
	db: Db,
	keyring: Keyring,
	version: NewVersion,
	most: number,
): Promise<boolean | 'full'> {
	const { id, documentId, keptBy, keptAt } = version;
	return db.transaction().execute(async (trx) => {
		// An erasure at the same time comes before or after, not in between.
		await trx.selectFrom('documents').where('id', '=', documentId).select('id').forUpdate().execute();
		const stored = await loadDocument(trx, keyring, documentId);
		if (stored === null) return false;
		const { epoch, key } = stored;
		const { n } = await trx
			.selectFrom('document_versions')
			.where('document_id', '=', documentId)
			.select((e) => e.fn.countAll<number>().as('n'))
			.executeTakeFirstOrThrow();
		if (n >= most) return 'full';
		await trx
			.insertInto('document_versions')
			.values({
				id,
				document_id: documentId,
				epoch,
				sealed_name: seal(key, Buffer.from(version.name), nameContext(documentId, epoch, id)),
				sealed: seal(key, withoutGarbage(stored.state), textContext(documentId, epoch, id)),
				kept_by: keptBy,
				kept_at: keptAt,
			})
			.execute();
		return true;
	});
}

const rows = (db: Db | Trx, documentId: string) =>
	db
		.selectFrom('document_versions')
		.innerJoin('documents', 'documents.id', 'document_versions.document_id')
		.leftJoin('accounts', 'accounts.id', 'document_versions.kept_by')
		.where('document_versions.document_id', '=', documentId)
		.select([
			'document_versions.id',
			'document_versions.epoch',
			'document_versions.sealed_name',
			'document_versions.kept_at',
			'documents.wrapped_key',
			'accounts.name as keptBy',
		]);

/** The newest first. */
export async function listVersions(db: Db, keyring: Keyring, documentId: string): Promise<Version[]> {
	const found = await rows(db, documentId)
		.orderBy('document_versions.kept_at', 'desc')
		.orderBy('document_versions.id')
		.execute();
	const [first] = found;
	if (first === undefined) return [];
	const key = keyring.unwrap(first.wrapped_key);
	return found.map((row) => ({
		id: row.id,
		name: Buffer.from(unseal(key, row.sealed_name, nameContext(documentId, row.epoch, row.id))).toString(
			'utf8',
		),
		keptBy: row.keptBy,
		keptAt: row.kept_at,
	}));
}

/** The text of a version, as a Yjs update; null when there is none. */
export async function readVersion(
	db: Db,
	keyring: Keyring,
	documentId: string,
	id: string,
): Promise<(Version & { readonly state: Uint8Array }) | null> {
	const row = await rows(db, documentId)
		.where('document_versions.id', '=', id)
		.select('document_versions.sealed')
		.executeTakeFirst();
	if (row === undefined) return null;
	const key = keyring.unwrap(row.wrapped_key);
	return {
		id,
		name: Buffer.from(unseal(key, row.sealed_name, nameContext(documentId, row.epoch, id))).toString('utf8'),
		keptBy: row.keptBy,
		keptAt: row.kept_at,
		state: unseal(key, row.sealed, textContext(documentId, row.epoch, id)),
	};
}
