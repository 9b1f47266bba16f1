import { type Kysely, sql } from 'kysely';

/**
 * Finding a time. Slots are time on the wall in the zone that the poll was opened in; a weekly rhythm
 * has its weekdays as days of one reference week. Votes of people who have left stay: they are not
 * counted, and are there again when somebody comes back.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('polls')
		.addColumn('id', 'uuid', (c) => c.primaryKey())
		.addColumn('group_id', 'uuid', (c) => c.notNull().references('groups.id').onDelete('cascade'))
		.addColumn('title', 'text', (c) => c.notNull())
		.addColumn('purpose', 'text', (c) => c.notNull().check(sql`purpose in ('session', 'weekly')`))
		.addColumn('duration_minutes', 'integer', (c) =>
			c.notNull().check(sql`duration_minutes between 15 and 480`),
		)
		.addColumn('time_zone', 'text', (c) => c.notNull())
		.addColumn('shows_at_once', 'boolean', (c) => c.notNull())
		.addColumn('deadline', 'timestamptz', (c) => c.notNull())
		.addColumn('opened_by', 'uuid', (c) => c.references('accounts.id').onDelete('set null'))
		.addColumn('opened_at', 'timestamptz', (c) => c.notNull())
		// When people were asked last: at the opening, or at a reopening.
		.addColumn('asked_at', 'timestamptz', (c) => c.notNull())
		.addColumn('reminded_at', 'timestamptz')
		.addColumn('closed_at', 'timestamptz')
		.addColumn('closed_by', 'uuid', (c) => c.references('accounts.id').onDelete('set null'))
		// What came of it. A poll is closed by it.
		.addColumn('session_id', 'text')
		.addCheckConstraint('polls_planned_are_closed', sql`session_id is null or closed_at is not null`)
		.execute();
	await db.schema.createIndex('polls_group').on('polls').column('group_id').execute();
	await db.schema
		.createIndex('polls_to_remind')
		.on('polls')
		.column('deadline')
		.where(sql.ref('closed_at'), 'is', null)
		.where(sql.ref('reminded_at'), 'is', null)
		.execute();

	await db.schema
		.createTable('poll_slots')
		.addColumn('id', 'uuid', (c) => c.primaryKey())
		.addColumn('poll_id', 'uuid', (c) => c.notNull().references('polls.id').onDelete('cascade'))
		.addColumn('day', 'date', (c) => c.notNull())
		.addColumn('time', 'time', (c) => c.notNull())
		.addColumn('is_chosen', 'boolean', (c) => c.notNull().defaultTo(false))
		.addUniqueConstraint('poll_slots_once', ['poll_id', 'day', 'time'])
		.execute();
	await db.schema
		.createIndex('poll_slots_one_chosen')
		.on('poll_slots')
		.column('poll_id')
		.unique()
		.where(sql.ref('is_chosen'), '=', sql.lit(true))
		.execute();

	await db.schema
		.createTable('poll_votes')
		.addColumn('slot_id', 'uuid', (c) => c.notNull().references('poll_slots.id').onDelete('cascade'))
		.addColumn('account_id', 'uuid', (c) => c.notNull().references('accounts.id').onDelete('cascade'))
		.addColumn('vote', 'text', (c) => c.notNull().check(sql`vote in ('yes', 'if-need-be', 'no')`))
		.addColumn('at', 'timestamptz', (c) => c.notNull())
		.addPrimaryKeyConstraint('poll_votes_pkey', ['slot_id', 'account_id'])
		.execute();
	await db.schema.createIndex('poll_votes_account').on('poll_votes').column('account_id').execute();
}
