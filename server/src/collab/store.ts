/**
 * Documents in the database. What holds text is sealed with the document's key, and each row's
 * place is part of the seal: rows cannot be swapped between documents, epochs or positions.
 */
import { sql } from 'kysely';
import * as Y from 'yjs';
import { type DataKey, type Keyring, seal, unseal } from '../platform/crypto.ts';
import type { Db, Trx } from '../platform/database.ts';

export interface StoredDocument {
	readonly key: DataKey;
	readonly epoch: number;
	/** Snapshot and journal, merged. */
	readonly state: Uint8Array;
	/** How far each client is in it, where that is known without looking; as Yjs encodes it. */
	readonly vector: Uint8Array | null;
	readonly lastSeq: number;
	/** Journal rows that are not in the snapshot yet. */
	readonly rows: number;
	/** Who writes as which Yjs client. */
	readonly authors: ReadonlyMap<number, string>;
}

export interface JournalRow {
	readonly documentId: string;
	readonly epoch: number;
	readonly seq: number;
	readonly key: DataKey;
	readonly update: Uint8Array;
}

const updateContext = (id: string, epoch: number, seq: number) => `document-update:${id}:${epoch}:${seq}`;
const snapshotContext = (id: string, epoch: number) => `document-snapshot:${id}:${epoch}`;
const vectorContext = (id: string, epoch: number, upToSeq: number) =>
	`document-vector:${id}:${epoch}:${upToSeq}`;
const emptyState = Y.encodeStateAsUpdate(new Y.Doc());

/** Null when there is no such document. Throws when anything of it cannot be read. */
export async function loadDocument(
	db: Db | Trx,
	keyring: Keyring,
	id: string,
): Promise<StoredDocument | null> {
	// One statement, so that a compaction in between cannot hide rows.
	const rows = await db
		.selectFrom('documents')
		.leftJoin('document_snapshots', 'document_snapshots.document_id', 'documents.id')
		.leftJoin('document_updates', (join) =>
			join
				.onRef('document_updates.document_id', '=', 'documents.id')
				.onRef('document_updates.epoch', '=', 'documents.epoch'),
		)
		.where('documents.id', '=', id)
		.orderBy('document_updates.seq')
		.select([
			'documents.epoch',
			'documents.wrapped_key',
			'document_snapshots.up_to_seq',
			// Snapshot and authors come once, with the first row, not with each.
			sql<Uint8Array | null>`case when row_number() over (order by document_updates.seq) = 1
				then document_snapshots.sealed end`.as('snapshot'),
			'document_snapshots.sealed_vector',
			sql<[number, string | null][] | null>`case when row_number() over (order by document_updates.seq) = 1
				then (select json_agg(json_build_array(client_id, account_id))
					from document_authors where document_id = ${id}) end`.as('authors'),
			'document_updates.seq',
			'document_updates.sealed',
		])
		.execute();
	const [first] = rows;
	if (first === undefined) return null;
	const key = keyring.unwrap(first.wrapped_key);
	const { epoch } = first;
	const parts = [
		first.snapshot === null ? emptyState : unseal(key, first.snapshot, snapshotContext(id, epoch)),
	];
	let lastSeq = first.up_to_seq ?? 0;
	let count = 0;
	for (const { seq, sealed } of rows) {
		if (seq === null || sealed === null) continue;
		parts.push(unseal(key, sealed, updateContext(id, epoch, seq)));
		lastSeq = Math.max(lastSeq, seq);
		count++;
	}
	const vector =
		count === 0 && first.sealed_vector !== null
			? unseal(key, first.sealed_vector, vectorContext(id, epoch, lastSeq))
			: null;
	return {
		key,
		epoch,
		vector,
		state: parts.length === 1 ? (parts[0] as Uint8Array) : Y.mergeUpdates(parts),
		lastSeq,
		rows: count,
		authors: new Map((first.authors ?? []).map(([client, accountId]) => [client, accountId ?? theGroup])),
	};
}

/** As whom the whole group writes, in the place of an account: in the database, nobody's. */
export const theGroup = '';

/** A Yjs client that is somebody's. */
export interface Claim {
	readonly documentId: string;
	readonly clientId: number;
	readonly accountId: string;
}

/** Remembers whose clients these are. Who was first stays. */
export async function claimClients(trx: Db | Trx, claims: readonly Claim[]): Promise<void> {
	if (claims.length === 0) return;
	await trx
		.insertInto('document_authors')
		.values(
			claims.map(({ documentId, clientId, accountId }) => ({
				document_id: documentId,
				client_id: clientId,
				account_id: accountId === theGroup ? null : accountId,
			})),
		)
		.onConflict((c) => c.doNothing())
		.execute();
}

/** Where a document is that nobody else can change now. */
export interface Held {
	readonly epoch: number;
	readonly lastSeq: number;
}

/** Holds documents against other processes until the transaction ends. Only those that exist are in the answer. */
export async function holdDocuments(trx: Trx, ids: readonly string[]): Promise<ReadonlyMap<string, Held>> {
	// In one order everywhere, so that two processes cannot wait for one another.
	const held = await trx
		.selectFrom('documents')
		.where('id', 'in', [...ids])
		.orderBy('id')
		.select(['id', 'epoch'])
		.forUpdate()
		.execute();
	const documents = new Map<string, Held>();
	for (const { id, epoch } of held) documents.set(id, { epoch, lastSeq: await lastSequence(trx, id) });
	return documents;
}

/** Adds rows to the journal. Throws on a sequence number that is taken or a document that is gone. */
export async function appendRows(trx: Db | Trx, rows: readonly JournalRow[]): Promise<void> {
	await trx
		.insertInto('document_updates')
		.values(
			rows.map(({ documentId, epoch, seq, key, update }) => ({
				document_id: documentId,
				epoch,
				seq,
				sealed: seal(key, update, updateContext(documentId, epoch, seq)),
			})),
		)
		.execute();
}

/** The last sequence number that is used, in the snapshot or the journal. */
export async function lastSequence(db: Db | Trx, id: string): Promise<number> {
	const row = await db
		.selectNoFrom((e) => [
			e
				.selectFrom('document_updates')
				.where('document_id', '=', id)
				.select((m) => m.fn.max('seq').as('max'))
				.as('row'),
			e.selectFrom('document_snapshots').where('document_id', '=', id).select('up_to_seq').as('snapshot'),
		])
		.executeTakeFirstOrThrow();
	return Math.max(Number(row.row ?? 0), Number(row.snapshot ?? 0));
}

/** Null when there is no such document. */
export async function epochOf(db: Db | Trx, id: string): Promise<number | null> {
	const row = await db.selectFrom('documents').where('id', '=', id).select('epoch').executeTakeFirst();
	return row?.epoch ?? null;
}

/** Puts a snapshot in the place of the journal up to a row. */
export async function replaceSnapshot(
	trx: Trx,
	document: { readonly id: string; readonly epoch: number; readonly key: DataKey },
	upToSeq: number,
	state: Uint8Array,
): Promise<void> {
	const { id, epoch, key } = document;
	const row = {
		epoch,
		up_to_seq: upToSeq,
		sealed: seal(key, state, snapshotContext(id, epoch)),
		// Beside the text, so that who opens it need not go through it to know how far it goes.
		sealed_vector: seal(key, Y.encodeStateVectorFromUpdate(state), vectorContext(id, epoch, upToSeq)),
	};
	await trx
		.insertInto('document_snapshots')
		.values({ document_id: id, ...row })
		.onConflict((c) => c.column('document_id').doUpdateSet(row))
		.execute();
	await trx
		.deleteFrom('document_updates')
		.where('document_id', '=', document.id)
		.where('seq', '<=', upToSeq)
		.execute();
}
