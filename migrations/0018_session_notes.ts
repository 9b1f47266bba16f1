import type { Kysely } from 'kysely';

/** What somebody notes for themself in a session, sealed with their own key. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('session_notes')
		.addColumn('id', 'uuid', (c) => c.primaryKey())
		.addColumn('account_id', 'uuid', (c) => c.notNull().references('accounts.id').onDelete('cascade'))
		// No foreign key: the note is its author's, and outlives their stay in the group, and the group.
		.addColumn('series_id', 'uuid', (c) => c.notNull())
		.addColumn('day', 'date', (c) => c.notNull())
		.addColumn('sealed', 'bytea', (c) => c.notNull())
		.addColumn('updated_at', 'timestamptz', (c) => c.notNull())
		.addUniqueConstraint('session_notes_own', ['account_id', 'series_id', 'day'])
		.execute();
	await db.schema
		.createIndex('session_notes_session')
		.on('session_notes')
		.columns(['series_id', 'day'])
		.execute();
}
