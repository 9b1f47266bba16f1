import { type Kysely, sql } from 'kysely';

/** The room of a session: its state, what was done in it by whom, and who was there. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('rooms')
		.addColumn('id', 'uuid', (c) => c.primaryKey())
		.addColumn('group_id', 'uuid', (c) => c.notNull().references('groups.id').onDelete('cascade'))
		.addColumn('series_id', 'uuid', (c) => c.notNull().references('series.id').onDelete('cascade'))
		.addColumn('day', 'date', (c) => c.notNull())
		// One more with each change: who has a lower one reads the row.
		.addColumn('version', 'integer', (c) => c.notNull())
		.addColumn('phase', 'text', (c) =>
			c.notNull().check(sql`phase in ('lobby', 'stages', 'closing', 'ended')`),
		)
		.addColumn('mode', 'text', (c) => c.notNull().check(sql`mode in ('live', 'over-days')`))
		.addColumn('case_id', 'uuid', (c) => c.references('cases.id').onDelete('set null'))
		.addColumn('deadline_at', 'timestamptz')
		.addColumn('opened_at', 'timestamptz', (c) => c.notNull())
		.addColumn('ended_at', 'timestamptz')
		.addColumn('wrapped_key', 'bytea', (c) => c.notNull())
		.addColumn('sealed_state', 'bytea', (c) => c.notNull())
		.addUniqueConstraint('rooms_one_a_session', ['series_id', 'day'])
		.execute();
	await db.schema.createIndex('rooms_of_group').on('rooms').column('group_id').execute();
	// What may be written in a case is asked with every look at rights.
	await db.schema
		.createIndex('rooms_under_way')
		.on('rooms')
		.column('case_id')
		.where(sql.ref('phase'), '=', 'stages')
		.execute();

	await db.schema
		.createTable('room_passages')
		.addColumn('id', 'bigint', (c) => c.primaryKey().generatedAlwaysAsIdentity())
		.addColumn('room_id', 'uuid', (c) => c.notNull().references('rooms.id').onDelete('cascade'))
		.addColumn('version', 'integer', (c) => c.notNull())
		.addColumn('at', 'timestamptz', (c) => c.notNull())
		.addColumn('account_id', 'uuid', (c) => c.references('accounts.id').onDelete('set null'))
		.addColumn('what', 'text', (c) => c.notNull())
		.addColumn('stage', 'text')
		.execute();
	await db.schema.createIndex('room_passages_of_room').on('room_passages').column('room_id').execute();

	await db.schema
		.createTable('room_visits')
		.addColumn('id', 'uuid', (c) => c.primaryKey())
		.addColumn('room_id', 'uuid', (c) => c.notNull().references('rooms.id').onDelete('cascade'))
		.addColumn('account_id', 'uuid', (c) => c.notNull().references('accounts.id').onDelete('cascade'))
		.addColumn('arrived_at', 'timestamptz', (c) => c.notNull())
		// When the process that holds the visit was last alive.
		.addColumn('seen_at', 'timestamptz', (c) => c.notNull())
		.addColumn('left_at', 'timestamptz')
		.execute();
	await db.schema
		.createIndex('room_visits_of_room')
		.on('room_visits')
		.columns(['room_id', 'arrived_at'])
		.execute();
	await db.schema
		.createIndex('room_visits_under_way')
		.on('room_visits')
		.column('seen_at')
		.where(sql.ref('left_at'), 'is', null)
		.execute();
}
