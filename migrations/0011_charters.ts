import { type Kysely, sql } from 'kysely';

/** The charter of a group in its versions, who signed which, and what members state of their interests. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('charter_versions')
		.addColumn('id', 'uuid', (c) => c.primaryKey())
		.addColumn('group_id', 'uuid', (c) => c.notNull().references('groups.id').onDelete('cascade'))
		.addColumn('number', 'integer', (c) => c.notNull().check(sql`number > 0`))
		// `[{ key, title, text }]`, in order.
		.addColumn('sections', 'jsonb', (c) => c.notNull())
		// What is new since the version before, in a word; null for the first.
		.addColumn('change', 'text')
		// SHA-256 of the text, as it is signed.
		.addColumn('digest', 'text', (c) => c.notNull())
		.addColumn('published_by', 'uuid', (c) => c.references('accounts.id').onDelete('set null'))
		.addColumn('published_at', 'timestamptz', (c) => c.notNull())
		.addColumn('in_force_from', 'timestamptz', (c) => c.notNull())
		.addUniqueConstraint('charter_versions_number', ['group_id', 'number'])
		.execute();

	// A signature belongs to a stay: who comes back signs anew.
	await db.schema
		.createTable('charter_signatures')
		.addColumn('version_id', 'uuid', (c) => c.notNull().references('charter_versions.id').onDelete('cascade'))
		.addColumn('member_id', 'uuid', (c) => c.notNull().references('group_members.id').onDelete('cascade'))
		.addColumn('signed_at', 'timestamptz', (c) => c.notNull())
		.addColumn('digest', 'text', (c) => c.notNull())
		.addPrimaryKeyConstraint('charter_signatures_pkey', ['version_id', 'member_id'])
		.execute();
	await db.schema
		.createIndex('charter_signatures_member')
		.on('charter_signatures')
		.column('member_id')
		.execute();

	// Sealed with the key of the person: employers, partners, territories.
	await db.schema
		.createTable('conflict_statements')
		.addColumn('group_id', 'uuid', (c) => c.notNull().references('groups.id').onDelete('cascade'))
		.addColumn('account_id', 'uuid', (c) => c.notNull().references('accounts.id').onDelete('cascade'))
		.addColumn('sealed', 'bytea', (c) => c.notNull())
		.addColumn('changed_at', 'timestamptz', (c) => c.notNull())
		.addPrimaryKeyConstraint('conflict_statements_pkey', ['group_id', 'account_id'])
		.execute();
	await db.schema
		.createIndex('conflict_statements_account')
		.on('conflict_statements')
		.column('account_id')
		.execute();

	// Between two members, the smaller id first: one question a pair.
	await db.schema
		.createTable('conflict_questions')
		.addColumn('id', 'uuid', (c) => c.primaryKey())
		.addColumn('group_id', 'uuid', (c) => c.notNull().references('groups.id').onDelete('cascade'))
		.addColumn('first_id', 'uuid', (c) => c.notNull().references('accounts.id').onDelete('cascade'))
		.addColumn('second_id', 'uuid', (c) => c.notNull().references('accounts.id').onDelete('cascade'))
		.addColumn('asked_by', 'uuid', (c) => c.references('accounts.id').onDelete('set null'))
		.addColumn('asked_at', 'timestamptz', (c) => c.notNull())
		.addUniqueConstraint('conflict_questions_pair', ['group_id', 'first_id', 'second_id'])
		.addCheckConstraint('conflict_questions_order', sql`first_id < second_id`)
		.execute();
	for (const column of ['first_id', 'second_id'] as const) {
		await db.schema
			.createIndex(`conflict_questions_${column}`)
			.on('conflict_questions')
			.column(column)
			.execute();
	}
	await db.schema
		.createTable('conflict_answers')
		.addColumn('question_id', 'uuid', (c) =>
			c.notNull().references('conflict_questions.id').onDelete('cascade'),
		)
		.addColumn('account_id', 'uuid', (c) => c.notNull().references('accounts.id').onDelete('cascade'))
		// What is answered and the word with it, sealed with the key of the person.
		.addColumn('sealed', 'bytea', (c) => c.notNull())
		.addColumn('answered_at', 'timestamptz', (c) => c.notNull())
		.addPrimaryKeyConstraint('conflict_answers_pkey', ['question_id', 'account_id'])
		.execute();
	await db.schema
		.createIndex('conflict_answers_account')
		.on('conflict_answers')
		.column('account_id')
		.execute();

	// However a stay ends, nothing of what was stated in confidence stays behind.
	await sql`
		create function forget_conflicts() returns trigger language plpgsql as $$
		begin
			delete from conflict_statements
				where group_id = old.group_id and account_id = old.account_id;
			delete from conflict_questions
				where group_id = old.group_id and old.account_id in (first_id, second_id);
			return null;
		end $$`.execute(db);
	await sql`
		create trigger group_members_leave after update of ended_at on group_members
		for each row when (old.ended_at is null and new.ended_at is not null)
		execute function forget_conflicts()`.execute(db);

	// Null: they left by themselves. Otherwise who shared the case without them.
	await db.schema
		.alterTable('case_recusals')
		.addColumn('excluded_by', 'uuid', (c) => c.references('accounts.id').onDelete('set null'))
		.execute();
}
