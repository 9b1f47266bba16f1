import { type Kysely, sql } from 'kysely';

/**
 * The gate before a text becomes visible to others: what was done about the identifiers in it, who
 * reads it before the group does, and who has left it. Cases that are there already are open.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.alterTable('groups')
		.addColumn('second_reader', 'boolean', (c) => c.notNull().defaultTo(false))
		.execute();

	await db.schema
		.alterTable('cases')
		.addColumn('state', 'text', (c) =>
			c.notNull().defaultTo('open').check(sql`state in ('open', 'in-second-reading')`),
		)
		// Null while nobody is asked, and again once the case is open.
		.addColumn('second_reader_id', 'uuid', (c) => c.references('accounts.id').onDelete('set null'))
		.execute();
	await db.schema
		.alterTable('cases')
		.addCheckConstraint('cases_open_to_all', sql`state <> 'open' or second_reader_id is null`)
		.execute();

	// Kinds and counts. The words themselves are nowhere in it.
	await db.schema
		.createTable('case_reviews')
		.addColumn('id', 'uuid', (c) => c.primaryKey())
		.addColumn('case_id', 'uuid', (c) => c.notNull().references('cases.id').onDelete('cascade'))
		.addColumn('occasion', 'text', (c) =>
			c.notNull().check(sql`occasion in ('sharing', 'second-reading', 'title')`),
		)
		.addColumn('reviewed_by', 'uuid', (c) => c.references('accounts.id').onDelete('set null'))
		.addColumn('reviewed_at', 'timestamptz', (c) => c.notNull())
		.addColumn('language', 'text', (c) => c.notNull().check(sql`language in ('fr', 'en')`))
		.addColumn('reread', 'boolean', (c) => c.notNull())
		.addColumn('replaced', 'jsonb', (c) => c.notNull())
		.addColumn('kept', 'jsonb', (c) => c.notNull())
		.execute();
	await db.schema
		.createIndex('case_reviews_case')
		.on('case_reviews')
		.columns(['case_id', 'reviewed_at'])
		.execute();

	// Who is absent from a case. No reason: nobody is told more than how many.
	await db.schema
		.createTable('case_recusals')
		.addColumn('case_id', 'uuid', (c) => c.notNull().references('cases.id').onDelete('cascade'))
		.addColumn('account_id', 'uuid', (c) => c.notNull().references('accounts.id').onDelete('cascade'))
		.addColumn('at', 'timestamptz', (c) => c.notNull())
		.addPrimaryKeyConstraint('case_recusals_pkey', ['case_id', 'account_id'])
		.execute();
	await db.schema.createIndex('case_recusals_account').on('case_recusals').column('account_id').execute();
}
