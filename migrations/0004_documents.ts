import type { Kysely } from 'kysely';

/**
 * Co-written documents: a data key each, a snapshot, and the journal of what came after it.
 * Everything that holds text is sealed with the document's key.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('documents')
		.addColumn('id', 'uuid', (c) => c.primaryKey())
		// Grows by one at each erasure; bytes of an older epoch are refused.
		.addColumn('epoch', 'integer', (c) => c.notNull())
		.addColumn('wrapped_key', 'bytea', (c) => c.notNull())
		.addColumn('created_at', 'timestamptz', (c) => c.notNull())
		.execute();

	await db.schema
		.createTable('document_snapshots')
		.addColumn('document_id', 'uuid', (c) => c.primaryKey().references('documents.id').onDelete('cascade'))
		.addColumn('epoch', 'integer', (c) => c.notNull())
		// The last journal entry that the snapshot contains.
		.addColumn('up_to_seq', 'bigint', (c) => c.notNull())
		.addColumn('sealed', 'bytea', (c) => c.notNull())
		.execute();

	await db.schema
		.createTable('document_updates')
		.addColumn('document_id', 'uuid', (c) => c.notNull().references('documents.id').onDelete('cascade'))
		.addColumn('seq', 'bigint', (c) => c.notNull())
		.addColumn('epoch', 'integer', (c) => c.notNull())
		.addColumn('sealed', 'bytea', (c) => c.notNull())
		.addPrimaryKeyConstraint('document_updates_pkey', ['document_id', 'seq'])
		.execute();
}
