import { type Kysely, sql } from 'kysely';

/** Cases: which document belongs to which session of which group. The title is sealed with the document's key. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('cases')
		.addColumn('id', 'uuid', (c) => c.primaryKey().references('documents.id'))
		.addColumn('group_id', 'uuid', (c) => c.notNull().references('groups.id'))
		.addColumn('series_id', 'uuid', (c) => c.notNull().references('series.id'))
		.addColumn('occurrence_date', 'date', (c) => c.notNull())
		.addColumn('template', 'text', (c) =>
			c.notNull().check(sql`template in ('situation', 'critical-incident')`),
		)
		.addColumn('sealed_title', 'bytea', (c) => c.notNull())
		.addColumn('opened_by', 'uuid', (c) => c.references('accounts.id').onDelete('set null'))
		.addColumn('opened_at', 'timestamptz', (c) => c.notNull())
		.execute();
	await db.schema.createIndex('cases_group').on('cases').column('group_id').execute();
	await db.schema
		.createIndex('cases_session')
		.on('cases')
		.columns(['series_id', 'occurrence_date'])
		.execute();
}
