import { type Kysely, sql } from 'kysely';

/** What an organisation wants its rooms to show when someone may be in danger, and when it last checked it. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('danger_guides')
		.addColumn('organisation_id', 'uuid', (c) =>
			c.primaryKey().references('organisations.id').onDelete('cascade'),
		)
		.addColumn('content', 'jsonb', (c) => c.notNull())
		.addColumn('revision', 'integer', (c) => c.notNull())
		.addColumn('checked_on', 'date', (c) => c.check(sql`checked_on > '2020-01-01'`))
		.addColumn('changed_by', 'uuid', (c) => c.references('accounts.id').onDelete('set null'))
		.addColumn('changed_at', 'timestamptz', (c) => c.notNull())
		.execute();
}
