import { type Kysely, sql } from 'kysely';

/** What a group says of itself, its pauses and its end; waiting list, offers and invitations. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.alterTable('groups')
		.addColumn('methods', sql`text[]`, (c) => c.notNull().defaultTo(sql`'{}'`))
		.addColumn('fields', sql`text[]`, (c) => c.notNull().defaultTo(sql`'{}'`))
		// A French region by its INSEE code; null: anywhere, online.
		.addColumn('region', 'text')
		.addColumn('rhythm', 'text', (c) =>
			c.notNull().defaultTo('weekly').check(sql`rhythm in ('weekly', 'fortnightly', 'monthly', 'other')`),
		)
		.addColumn('admission', 'text', (c) =>
			c.notNull().defaultTo('on-request').check(sql`admission in ('on-request', 'on-invitation')`),
		)
		.addColumn('facilitation', 'text', (c) =>
			c.notNull().defaultTo('facilitated').check(sql`facilitation in ('facilitated', 'self-facilitated')`),
		)
		// First and last day of a pause; without a last day it is open.
		.addColumn('paused_from', 'date')
		.addColumn('paused_until', 'date')
		.addColumn('ended_at', 'timestamptz')
		.addColumn('ended_by', 'uuid', (c) => c.references('accounts.id').onDelete('set null'))
		.addColumn('end_reason', 'text')
		.execute();

	// The last day of a member's own pause; they keep their place.
	await db.schema.alterTable('group_members').addColumn('paused_until', 'date').execute();

	await db.schema
		.alterTable('join_requests')
		.addColumn('invited', 'boolean', (c) => c.notNull().defaultTo(false))
		// The order of acceptance on the waiting list of the group.
		.addColumn('list_rank', 'integer')
		.addColumn('offered_until', 'timestamptz')
		.execute();
	await db.schema.alterTable('join_requests').dropConstraint('join_requests_state_check').execute();
	await db.schema
		.alterTable('join_requests')
		.addCheckConstraint(
			'join_requests_state_check',
			sql`state in ('waiting', 'waiting-list', 'offered', 'accepted', 'refused', 'withdrawn', 'declined', 'lapsed', 'closed')`,
		)
		.execute();
	await db.schema.dropIndex('join_requests_waiting').execute();
	await db.schema
		.createIndex('join_requests_open')
		.on('join_requests')
		.columns(['group_id', 'account_id'])
		.unique()
		.where(sql<boolean>`state in ('waiting', 'waiting-list', 'offered')`)
		.execute();
	await db.schema
		.createIndex('join_requests_offers')
		.on('join_requests')
		.column('offered_until')
		.where(sql.ref('state'), '=', sql.lit('offered'))
		.execute();

	// Only the hash of a link's token is here: a copy of the database lets nobody in.
	await db.schema
		.createTable('invitations')
		.addColumn('id', 'uuid', (c) => c.primaryKey())
		.addColumn('group_id', 'uuid', (c) => c.notNull().references('groups.id').onDelete('cascade'))
		.addColumn('token_hash', 'bytea', (c) => c.notNull().unique())
		.addColumn('created_by', 'uuid', (c) => c.notNull().references('accounts.id').onDelete('cascade'))
		.addColumn('created_at', 'timestamptz', (c) => c.notNull())
		.addColumn('expires_at', 'timestamptz', (c) => c.notNull())
		// Accepted, declined or revoked; null while it may be used.
		.addColumn('outcome', 'text', (c) => c.check(sql`outcome in ('accepted', 'declined', 'revoked')`))
		.addColumn('closed_at', 'timestamptz')
		.addColumn('closed_by', 'uuid', (c) => c.references('accounts.id').onDelete('set null'))
		.execute();
	await db.schema.createIndex('invitations_group').on('invitations').column('group_id').execute();
}
