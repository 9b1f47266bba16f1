import { type Kysely, sql } from 'kysely';

/** Private addresses under which a person's calendar programs read their sessions, and invitations by mail. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('calendar_feeds')
		.addColumn('id', 'uuid', (c) => c.primaryKey())
		.addColumn('account_id', 'uuid', (c) => c.notNull().references('accounts.id').onDelete('cascade'))
		// One stay in one group, so that who comes back does not revive an old address; null: all groups.
		.addColumn('member_id', 'uuid', (c) => c.references('group_members.id').onDelete('cascade'))
		// SHA-256: a copy of the database opens no calendar.
		.addColumn('secret_hash', 'bytea', (c) => c.notNull().unique())
		.addColumn('neutral_titles', 'boolean', (c) => c.notNull())
		.addColumn('made_at', 'timestamptz', (c) => c.notNull())
		.addColumn('last_read_at', 'timestamptz')
		// What it said last and since when: DTSTAMP and LAST-MODIFIED.
		.addColumn('content_hash', 'bytea')
		.addColumn('changed_at', 'timestamptz', (c) => c.notNull())
		.execute();
	await db.schema
		.createIndex('calendar_feeds_all_groups')
		.on('calendar_feeds')
		.unique()
		.column('account_id')
		.where(sql.ref('member_id'), 'is', null)
		.execute();
	await db.schema
		.createIndex('calendar_feeds_one_group')
		.on('calendar_feeds')
		.unique()
		.columns(['account_id', 'member_id'])
		.execute();

	// What somebody was invited to by mail, so that it can be taken back when it is there no longer.
	await db.schema
		.createTable('calendar_invitations')
		.addColumn('account_id', 'uuid', (c) => c.notNull().references('accounts.id').onDelete('cascade'))
		.addColumn('phase_id', 'uuid', (c) => c.notNull())
		.addColumn('series_id', 'uuid', (c) => c.notNull().references('series.id').onDelete('cascade'))
		.addColumn('phase', 'jsonb', (c) => c.notNull())
		.addColumn('sequence', 'integer', (c) => c.notNull())
		// The notice with which it was taken back: that one may be mailed again.
		.addColumn('taken_back_by', 'uuid')
		.addPrimaryKeyConstraint('calendar_invitations_pk', ['account_id', 'phase_id'])
		.execute();
}
