import type { Kysely } from 'kysely';

/** Private reflective notes, sealed with a key that belongs to one person. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('person_keys')
		.addColumn('account_id', 'uuid', (c) => c.primaryKey().references('accounts.id').onDelete('cascade'))
		.addColumn('wrapped_key', 'bytea', (c) => c.notNull())
		.execute();

	await db.schema
		.createTable('journal_entries')
		.addColumn('id', 'uuid', (c) => c.primaryKey())
		.addColumn('account_id', 'uuid', (c) => c.notNull().references('accounts.id').onDelete('cascade'))
		// Answers, and the name of the group the note looks back on: all sealed.
		.addColumn('sealed', 'bytea', (c) => c.notNull())
		// Which session it looks back on. No foreign key: the note outlives the group.
		.addColumn('series_id', 'uuid')
		.addColumn('occurrence_date', 'date')
		.addColumn('session_starts_at', 'timestamptz')
		.addColumn('created_at', 'timestamptz', (c) => c.notNull())
		.addColumn('updated_at', 'timestamptz', (c) => c.notNull())
		.execute();
	await db.schema
		.createIndex('journal_entries_author')
		.on('journal_entries')
		.columns(['account_id', 'created_at'])
		.execute();
}
