import { type Kysely, sql } from 'kysely';

/**
 * Recurring sessions, as time on the wall in a zone and a rule; never as instants, so that 18:30
 * stays 18:30 across daylight saving. One meeting is named by its series and its day.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('series')
		.addColumn('id', 'uuid', (c) => c.primaryKey())
		.addColumn('group_id', 'uuid', (c) => c.notNull().references('groups.id').onDelete('cascade'))
		.addColumn('starts_on', 'date', (c) => c.notNull())
		.addColumn('time', 'time', (c) => c.notNull())
		.addColumn('duration_minutes', 'integer', (c) =>
			c.notNull().check(sql`duration_minutes between 15 and 480`),
		)
		.addColumn('time_zone', 'text', (c) => c.notNull())
		.addColumn('recurrence', 'text', (c) => c.notNull())
		.addColumn('created_by', 'uuid', (c) => c.references('accounts.id').onDelete('set null'))
		.addColumn('created_at', 'timestamptz', (c) => c.notNull())
		.execute();
	await db.schema.createIndex('series_group').on('series').column('group_id').execute();
}
