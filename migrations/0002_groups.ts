import { type Kysely, sql } from 'kysely';

/** Groups, who is in them, and who asks to be. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('groups')
		.addColumn('id', 'uuid', (c) => c.primaryKey())
		.addColumn('organisation_id', 'uuid', (c) => c.notNull().references('organisations.id'))
		.addColumn('name', 'text', (c) => c.notNull())
		.addColumn('purpose', 'text', (c) => c.notNull())
		.addColumn('language', 'text', (c) => c.notNull().check(sql`language in ('fr', 'en')`))
		.addColumn('time_zone', 'text', (c) => c.notNull())
		.addColumn('capacity', 'integer', (c) => c.notNull().check(sql`capacity between 4 and 12`))
		.addColumn('created_at', 'timestamptz', (c) => c.notNull())
		.execute();
	await db.schema.createIndex('groups_organisation').on('groups').column('organisation_id').execute();

	// A row a stay: someone who leaves and comes back has two. `ended_at` null means: is in the group.
	await db.schema
		.createTable('group_members')
		.addColumn('id', 'uuid', (c) => c.primaryKey())
		.addColumn('group_id', 'uuid', (c) => c.notNull().references('groups.id').onDelete('cascade'))
		.addColumn('account_id', 'uuid', (c) => c.notNull().references('accounts.id').onDelete('cascade'))
		.addColumn('role', 'text', (c) => c.notNull().check(sql`role in ('facilitator', 'member')`))
		.addColumn('colour', 'integer', (c) => c.notNull().check(sql`colour between 1 and 12`))
		.addColumn('joined_at', 'timestamptz', (c) => c.notNull())
		.addColumn('ended_at', 'timestamptz')
		.addColumn('ended_by', 'uuid', (c) => c.references('accounts.id').onDelete('set null'))
		.addColumn('end_reason', 'text')
		.execute();
	await db.schema
		.createIndex('group_members_current')
		.on('group_members')
		.columns(['group_id', 'account_id'])
		.unique()
		.where(sql.ref('ended_at'), 'is', null)
		.execute();
	await db.schema.createIndex('group_members_account').on('group_members').column('account_id').execute();

	await db.schema
		.createTable('join_requests')
		.addColumn('id', 'uuid', (c) => c.primaryKey())
		.addColumn('group_id', 'uuid', (c) => c.notNull().references('groups.id').onDelete('cascade'))
		.addColumn('account_id', 'uuid', (c) => c.notNull().references('accounts.id').onDelete('cascade'))
		.addColumn('message', 'text', (c) => c.notNull())
		.addColumn('state', 'text', (c) =>
			c.notNull().check(sql`state in ('waiting', 'accepted', 'refused', 'withdrawn')`),
		)
		.addColumn('requested_at', 'timestamptz', (c) => c.notNull())
		.addColumn('decided_at', 'timestamptz')
		.addColumn('decided_by', 'uuid', (c) => c.references('accounts.id').onDelete('set null'))
		.addColumn('reason', 'text')
		.execute();
	await db.schema
		.createIndex('join_requests_waiting')
		.on('join_requests')
		.columns(['group_id', 'account_id'])
		.unique()
		.where(sql.ref('state'), '=', sql.lit('waiting'))
		.execute();
	await db.schema.createIndex('join_requests_account').on('join_requests').column('account_id').execute();
}
