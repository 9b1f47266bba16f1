import { type Kysely, sql } from 'kysely';

/** What people are told: identifiers of the frame, never words. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('notices')
		.addColumn('id', 'uuid', (c) => c.primaryKey())
		.addColumn('account_id', 'uuid', (c) => c.notNull().references('accounts.id').onDelete('cascade'))
		.addColumn('kind', 'text', (c) => c.notNull())
		.addColumn('group_id', 'uuid', (c) => c.references('groups.id').onDelete('cascade'))
		.addColumn('session_id', 'text')
		.addColumn('subject_id', 'uuid')
		.addColumn('at', 'timestamptz', (c) => c.notNull())
		.addColumn('read_at', 'timestamptz')
		.execute();
	await db.schema
		.createIndex('notices_account')
		.on('notices')
		.columns(['account_id', sql`at desc`])
		.execute();
}
