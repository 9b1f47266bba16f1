import { type Kysely, sql } from 'kysely';

/** What stays of a session that was held in its room: minutes, and who was there in each one's own record. */
export async function up(db: Kysely<unknown>): Promise<void> {
	// Rooms that have ended and left what they leave: what people said in them is destroyed there.
	await db.schema
		.createTable('settled_rooms')
		.addColumn('room_id', 'uuid', (c) => c.primaryKey().references('rooms.id').onDelete('cascade'))
		.addColumn('at', 'timestamptz', (c) => c.notNull())
		.execute();

	// Their text is a document; the facts are sealed with its key.
	await db.schema
		.createTable('minutes')
		.addColumn('id', 'uuid', (c) => c.primaryKey().references('documents.id'))
		.addColumn('group_id', 'uuid', (c) => c.notNull().references('groups.id'))
		.addColumn('series_id', 'uuid', (c) => c.notNull().references('series.id'))
		.addColumn('day', 'date', (c) => c.notNull())
		// Who is absent from it does not read its minutes.
		.addColumn('case_id', 'uuid', (c) => c.references('cases.id'))
		.addColumn('started_at', 'timestamptz', (c) => c.notNull())
		.addColumn('sealed_facts', 'bytea', (c) => c.notNull())
		.addColumn('made_at', 'timestamptz', (c) => c.notNull())
		.addColumn('adopted_at', 'timestamptz')
		.addColumn('adopted_by', 'uuid', (c) => c.references('accounts.id').onDelete('set null'))
		.addUniqueConstraint('minutes_session', ['series_id', 'day'])
		.execute();
	await db.schema.createIndex('minutes_group').on('minutes').columns(['group_id', 'started_at']).execute();

	await db.schema
		.createTable('minutes_approvals')
		.addColumn('minutes_id', 'uuid', (c) => c.notNull().references('minutes.id').onDelete('cascade'))
		.addColumn('account_id', 'uuid', (c) => c.notNull().references('accounts.id').onDelete('cascade'))
		.addColumn('at', 'timestamptz', (c) => c.notNull())
		.addPrimaryKeyConstraint('minutes_approvals_pkey', ['minutes_id', 'account_id'])
		.execute();

	// What somebody said they take away, where it could not be copied: theirs alone, by the document's key.
	await db.schema
		.createTable('minutes_held_back')
		.addColumn('minutes_id', 'uuid', (c) => c.notNull().references('minutes.id').onDelete('cascade'))
		.addColumn('account_id', 'uuid', (c) => c.notNull().references('accounts.id').onDelete('cascade'))
		.addColumn('sealed', 'bytea', (c) => c.notNull())
		.addPrimaryKeyConstraint('minutes_held_back_pkey', ['minutes_id', 'account_id'])
		.execute();

	// Each one's own: it stays when they leave the group, or when that is gone. What is more than times is
	// sealed with their key.
	await db.schema
		.createTable('attended_sessions')
		.addColumn('id', 'uuid', (c) => c.primaryKey())
		.addColumn('account_id', 'uuid', (c) => c.notNull().references('accounts.id').onDelete('cascade'))
		.addColumn('series_id', 'uuid', (c) => c.notNull())
		.addColumn('day', 'date', (c) => c.notNull())
		.addColumn('from_at', 'timestamptz', (c) => c.notNull())
		.addColumn('until_at', 'timestamptz', (c) => c.notNull())
		.addColumn('minutes', 'integer', (c) => c.notNull().check(sql`minutes > 0`))
		.addColumn('sealed', 'bytea', (c) => c.notNull())
		.addUniqueConstraint('attended_sessions_once', ['account_id', 'series_id', 'day'])
		.execute();
}
