import { type Kysely, sql } from 'kysely';

/** People, their sign-ins, and the organisations that admit them. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('accounts')
		.addColumn('id', 'uuid', (c) => c.primaryKey())
		// Always lower-case: two addresses that differ by case are one person.
		.addColumn('email', 'text', (c) => c.notNull().unique().check(sql`email = lower(email)`))
		.addColumn('name', 'text', (c) => c.notNull())
		.addColumn('password_hash', 'text', (c) => c.notNull())
		.addColumn('language', 'text', (c) => c.notNull().check(sql`language in ('fr', 'en')`))
		.addColumn('time_zone', 'text', (c) => c.notNull())
		.addColumn('created_at', 'timestamptz', (c) => c.notNull())
		.execute();

	await db.schema
		.createTable('sign_ins')
		// SHA-256 of the cookie's value: a copy of the database opens no session.
		.addColumn('id_hash', 'bytea', (c) => c.primaryKey())
		.addColumn('account_id', 'uuid', (c) => c.notNull().references('accounts.id').onDelete('cascade'))
		.addColumn('expires_at', 'timestamptz', (c) => c.notNull())
		.execute();
	await db.schema.createIndex('sign_ins_account').on('sign_ins').column('account_id').execute();

	await db.schema
		.createTable('organisations')
		.addColumn('id', 'uuid', (c) => c.primaryKey())
		.addColumn('name', 'text', (c) => c.notNull())
		.addColumn('created_at', 'timestamptz', (c) => c.notNull())
		.execute();

	await db.schema
		.createTable('organisation_members')
		.addColumn('organisation_id', 'uuid', (c) =>
			c.notNull().references('organisations.id').onDelete('cascade'),
		)
		.addColumn('account_id', 'uuid', (c) => c.notNull().references('accounts.id').onDelete('cascade'))
		.addColumn('role', 'text', (c) => c.notNull().check(sql`role in ('practitioner', 'moderator')`))
		.addColumn('joined_at', 'timestamptz', (c) => c.notNull())
		.addPrimaryKeyConstraint('organisation_members_pkey', ['organisation_id', 'account_id'])
		.execute();
	await db.schema
		.createIndex('organisation_members_account')
		.on('organisation_members')
		.column('account_id')
		.execute();
}
