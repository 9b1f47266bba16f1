import { type Kysely, sql } from 'kysely';

/** What people are told: identifiers of the frame, never words. How each wants to be told, and mails on their way. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('mails')
		.addColumn('id', 'uuid', (c) => c.primaryKey())
		.addColumn('account_id', 'uuid', (c) => c.notNull().references('accounts.id').onDelete('cascade'))
		.addColumn('form', 'text', (c) => c.notNull().check(sql`form in ('notice', 'digest')`))
		.addColumn('state', 'text', (c) =>
			c
				.notNull()
				.check(sql`state in ('queued', 'handed', 'sent', 'written', 'failed', 'unknown', 'dropped')`),
		)
		.addColumn('attempts', 'integer', (c) => c.notNull().defaultTo(0))
		.addColumn('created_at', 'timestamptz', (c) => c.notNull())
		// Not before; while somebody tries, until when nobody else does.
		.addColumn('due_at', 'timestamptz', (c) => c.notNull())
		.addColumn('handed_at', 'timestamptz')
		.addColumn('ended_at', 'timestamptz')
		// Subject and text, of a mail that was written to a folder only.
		.addColumn('written', 'jsonb')
		.execute();
	await db.schema
		.createIndex('mails_open')
		.on('mails')
		.columns(['state', 'due_at'])
		.where(sql.ref('state'), 'in', sql`('queued', 'handed')`)
		.execute();
	await db.schema.createIndex('mails_account').on('mails').columns(['account_id', 'created_at']).execute();
	await db.schema
		.createTable('notices')
		.addColumn('id', 'uuid', (c) => c.primaryKey())
		.addColumn('account_id', 'uuid', (c) => c.notNull().references('accounts.id').onDelete('cascade'))
		.addColumn('kind', 'text', (c) => c.notNull())
		.addColumn('group_id', 'uuid', (c) => c.references('groups.id').onDelete('cascade'))
		.addColumn('session_id', 'text')
		.addColumn('subject_id', 'uuid')
		.addColumn('at', 'timestamptz', (c) => c.notNull())
		.addColumn('read_at', 'timestamptz')
		.addColumn('way', 'text', (c) =>
			c.notNull().defaultTo('undecided').check(sql`way in ('undecided', 'at-once', 'digest', 'site-only')`),
		)
		.addColumn('mail_id', 'uuid', (c) => c.references('mails.id').onDelete('set null'))
		// Of what the person did themselves: mailed only for what their calendar is told.
		.addColumn('own', 'boolean', (c) => c.notNull().defaultTo(false))
		.execute();
	await db.schema
		.createIndex('notices_account')
		.on('notices')
		.columns(['account_id', sql`at desc`])
		.execute();
	await db.schema
		.createIndex('notices_undecided')
		.on('notices')
		.column('at')
		.where(sql.ref('way'), '=', sql`'undecided'`)
		.execute();
	await db.schema
		.createIndex('notices_for_digest')
		.on('notices')
		.column('account_id')
		.where(sql<boolean>`way = 'digest' and mail_id is null`)
		.execute();
	await db.schema.createIndex('notices_mail').on('notices').column('mail_id').execute();
	await db.schema
		.createTable('notification_choices')
		.addColumn('account_id', 'uuid', (c) => c.primaryKey().references('accounts.id').onDelete('cascade'))
		.addColumn('choices', 'jsonb', (c) => c.notNull())
		// Makes the links that turn mails off without signing in.
		.addColumn('link_secret', sql`bytea`, (c) => c.notNull())
		.addColumn('digest_due_at', 'timestamptz')
		.execute();
	// One row is one reminder: of this person, for this session at this time.
	await db.schema
		.createTable('reminders')
		.addColumn('account_id', 'uuid', (c) => c.notNull().references('accounts.id').onDelete('cascade'))
		.addColumn('session_id', 'text', (c) => c.notNull())
		.addColumn('starts_at', 'timestamptz', (c) => c.notNull())
		.addColumn('ahead', 'text', (c) => c.notNull())
		.addPrimaryKeyConstraint('reminders_pkey', ['account_id', 'session_id', 'starts_at', 'ahead'])
		.execute();
	// Up to when a job has looked, so that what was missed while nothing ran is known.
	await db.schema
		.createTable('job_marks')
		.addColumn('job', 'text', (c) => c.primaryKey())
		.addColumn('up_to', 'timestamptz', (c) => c.notNull())
		.execute();
}
