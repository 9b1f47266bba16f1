import { type Kysely, sql } from 'kysely';

/**
 * What a stage of a room gathers to be shown together: of which nothing says who wrote it, when, or in
 * which order it came.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('room_gatherings')
		.addColumn('id', 'uuid', (c) => c.primaryKey())
		.addColumn('room_id', 'uuid', (c) => c.notNull().references('rooms.id').onDelete('cascade'))
		.addColumn('stage', 'text', (c) => c.notNull())
		// Where it will be shown. The situation: once it is to be shown.
		.addColumn('section', 'text', (c) => c.notNull())
		.addColumn('case_id', 'uuid', (c) => c.references('cases.id').onDelete('cascade'))
		.addColumn('is_revealed', 'boolean', (c) => c.notNull().defaultTo(false))
		// Since when a process is writing it into the situation.
		.addColumn('claimed_at', 'timestamptz')
		// All of it in one, of one length until a step is full. No row, time or person for each.
		.addColumn('sealed', 'bytea', (c) => c.notNull())
		.addColumn('wrapped_key', 'bytea', (c) => c.notNull())
		// As which Yjs client it will be written: so that it is written once, whatever happens meanwhile.
		.addColumn('yjs_client', 'bigint', (c) => c.notNull())
		.addUniqueConstraint('room_gatherings_stage', ['room_id', 'stage'])
		.execute();

	// Without an account: the whole group.
	await sql`alter table document_authors alter column account_id drop not null`.execute(db);
}
