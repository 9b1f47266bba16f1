import { type Kysely, sql } from 'kysely';

/**
 * A series goes through phases, each with its own rule, and has changes of single sessions. What was
 * a series is its first phase; its sessions keep their names, and everything that hangs on them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('series_phases')
		.addColumn('id', 'uuid', (c) => c.primaryKey())
		.addColumn('series_id', 'uuid', (c) => c.notNull().references('series.id').onDelete('cascade'))
		.addColumn('starts_on', 'date', (c) => c.notNull())
		.addColumn('last_on', 'date')
		.addColumn('recurrence', 'text')
		.addColumn('time', 'time', (c) => c.notNull())
		.addColumn('duration_minutes', 'integer', (c) =>
			c.notNull().check(sql`duration_minutes between 15 and 480`),
		)
		.addColumn('time_zone', 'text', (c) => c.notNull())
		.addColumn('place', 'text')
		.addColumn('link', 'text', (c) => c.check(sql`link like 'https://%'`))
		.addColumn('revision', 'integer', (c) => c.notNull())
		.addCheckConstraint('series_phases_span', sql`last_on >= starts_on`)
		.execute();
	await db.schema.createIndex('series_phases_series').on('series_phases').column('series_id').execute();

	await db.schema
		.createTable('session_changes')
		.addColumn('series_id', 'uuid', (c) => c.notNull().references('series.id').onDelete('cascade'))
		.addColumn('day', 'date', (c) => c.notNull())
		.addColumn('state', 'text', (c) => c.notNull().check(sql`state in ('planned', 'cancelled')`))
		.addColumn('moved_date', 'date')
		.addColumn('moved_time', 'time')
		.addColumn('moved_minutes', 'integer', (c) => c.check(sql`moved_minutes between 15 and 480`))
		.addColumn('moved_place', 'text')
		.addColumn('moved_link', 'text', (c) => c.check(sql`moved_link like 'https://%'`))
		.addColumn('reason', 'text')
		// What cancelled it, where nobody did.
		.addColumn('cause', 'text', (c) => c.check(sql`cause in ('quorum')`))
		.addColumn('revision', 'integer', (c) => c.notNull())
		.addColumn('changed_by', 'uuid', (c) => c.references('accounts.id').onDelete('set null'))
		.addColumn('changed_at', 'timestamptz', (c) => c.notNull())
		.addPrimaryKeyConstraint('session_changes_session', ['series_id', 'day'])
		.addCheckConstraint(
			'session_changes_moved',
			sql`(moved_date is null) = (moved_time is null) and (moved_date is null) = (moved_minutes is null)`,
		)
		.execute();

	await sql`insert into series_phases
		(id, series_id, starts_on, last_on, recurrence, time, duration_minutes, time_zone, place, link, revision)
		select gen_random_uuid(), id, starts_on, null, recurrence, time, duration_minutes, time_zone, null, null, 0
		from series`.execute(db);
	await db.schema
		.alterTable('series')
		.addColumn('revision', 'integer', (c) => c.notNull().defaultTo(0))
		.dropColumn('starts_on')
		.dropColumn('time')
		.dropColumn('duration_minutes')
		.dropColumn('time_zone')
		.dropColumn('recurrence')
		.execute();
}
