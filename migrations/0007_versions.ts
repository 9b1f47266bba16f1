import type { Kysely } from 'kysely';

/**
 * Whose words are whose, and versions that people keep. A Yjs client id is one tab of one person:
 * the first who writes under it owns it in this document. And beside each snapshot, how far it goes.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.alterTable('document_snapshots').addColumn('sealed_vector', 'bytea').execute();

	await db.schema
		.createTable('document_authors')
		.addColumn('document_id', 'uuid', (c) => c.notNull().references('documents.id').onDelete('cascade'))
		.addColumn('client_id', 'bigint', (c) => c.notNull())
		.addColumn('account_id', 'uuid', (c) => c.notNull().references('accounts.id').onDelete('cascade'))
		.addPrimaryKeyConstraint('document_authors_pkey', ['document_id', 'client_id'])
		.execute();

	await db.schema
		.createTable('document_versions')
		.addColumn('id', 'uuid', (c) => c.primaryKey())
		.addColumn('document_id', 'uuid', (c) => c.notNull().references('documents.id').onDelete('cascade'))
		.addColumn('epoch', 'integer', (c) => c.notNull())
		// The name is the group's own words: sealed like the text.
		.addColumn('sealed_name', 'bytea', (c) => c.notNull())
		.addColumn('sealed', 'bytea', (c) => c.notNull())
		.addColumn('kept_by', 'uuid', (c) => c.references('accounts.id').onDelete('set null'))
		.addColumn('kept_at', 'timestamptz', (c) => c.notNull())
		.execute();
	await db.schema
		.createIndex('document_versions_document')
		.on('document_versions')
		.columns(['document_id', 'kept_at'])
		.execute();
}
