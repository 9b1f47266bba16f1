import { type Kysely, sql } from 'kysely';

/**
 * Who comes to a session and who does what there; the cases that wait to be brought, and what a session
 * looks back on. Everything is of one session (its series and the day that the series gives it), never of
 * a whole series. Words about people or cases are sealed, each row with a key of its own.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.alterTable('groups')
		.addColumn('quorum', 'integer', (c) => c.notNull().defaultTo(0).check(sql`quorum between 0 and 12`))
		.addColumn('without_quorum', 'text', (c) =>
			c.notNull().defaultTo('warn').check(sql`without_quorum in ('hold', 'warn', 'cancel')`),
		)
		.addColumn('quorum_hours', 'integer', (c) =>
			c.notNull().defaultTo(24).check(sql`quorum_hours between 1 and 168`),
		)
		// The facilitator's is not among them: it turns where the group facilitates itself.
		.addColumn('rotating_roles', 'jsonb', (c) =>
			c.notNull().defaultTo(sql`'["presenter", "timekeeper", "scribe"]'::jsonb`),
		)
		// Sessions before this moment had roles that nobody wrote down: none are made up for them.
		.addColumn('roles_since', 'timestamptz', (c) => c.notNull().defaultTo(sql`now()`))
		.execute();

	const role = sql`role in ('presenter', 'facilitator', 'timekeeper', 'scribe', 'observer')`;
	/** A table about one session. */
	const ofSession = (name: string) =>
		db.schema
			.createTable(name)
			.addColumn('series_id', 'uuid', (c) => c.notNull().references('series.id').onDelete('cascade'))
			.addColumn('day', 'date', (c) => c.notNull());

	await ofSession('session_answers')
		.addColumn('id', 'uuid', (c) => c.primaryKey())
		.addColumn('account_id', 'uuid', (c) => c.notNull().references('accounts.id').onDelete('cascade'))
		.addColumn('answer', 'text', (c) => c.notNull().check(sql`answer in ('yes', 'no', 'maybe')`))
		// A word of apology may say much about somebody.
		.addColumn('sealed_words', 'bytea')
		.addColumn('wrapped_key', 'bytea')
		.addColumn('answered_at', 'timestamptz', (c) => c.notNull())
		.addUniqueConstraint('session_answers_once', ['series_id', 'day', 'account_id'])
		.addCheckConstraint('session_answers_sealed', sql`(sealed_words is null) = (wrapped_key is null)`)
		.execute();

	// That a session was looked at, once, and what was seen.
	await ofSession('session_quorums')
		.addColumn('needed', 'integer', (c) => c.notNull())
		.addColumn('coming', 'integer', (c) => c.notNull())
		.addColumn('outcome', 'text', (c) =>
			c.notNull().check(sql`outcome in ('reached', 'held', 'warned', 'cancelled')`),
		)
		.addColumn('at', 'timestamptz', (c) => c.notNull())
		.addPrimaryKeyConstraint('session_quorums_pkey', ['series_id', 'day'])
		.execute();

	await ofSession('session_roles')
		.addColumn('role', 'text', (c) => c.notNull().check(role))
		// Null: free for whoever takes it.
		.addColumn('account_id', 'uuid', (c) => c.references('accounts.id').onDelete('set null'))
		.addColumn('source', 'text', (c) =>
			c.notNull().check(sql`source in ('proposed', 'taken', 'swapped', 'given')`),
		)
		.addColumn('reason', 'text')
		.addColumn('at', 'timestamptz', (c) => c.notNull())
		.addPrimaryKeyConstraint('session_roles_pkey', ['series_id', 'day', 'role'])
		.execute();

	await ofSession('session_role_passes')
		.addColumn('role', 'text', (c) => c.notNull().check(role))
		.addColumn('account_id', 'uuid', (c) => c.notNull().references('accounts.id').onDelete('cascade'))
		.addPrimaryKeyConstraint('session_role_passes_pkey', ['series_id', 'day', 'role', 'account_id'])
		.execute();

	// The sessions whose roles are settled: from then on nothing is proposed for them.
	await ofSession('session_roles_fixed')
		.addColumn('at', 'timestamptz', (c) => c.notNull())
		.addPrimaryKeyConstraint('session_roles_fixed_pkey', ['series_id', 'day'])
		.execute();

	await ofSession('role_offers')
		.addColumn('id', 'uuid', (c) => c.primaryKey())
		.addColumn('role', 'text', (c) => c.notNull().check(role))
		.addColumn('from_id', 'uuid', (c) => c.notNull().references('accounts.id').onDelete('cascade'))
		.addColumn('to_id', 'uuid', (c) => c.notNull().references('accounts.id').onDelete('cascade'))
		// The session whose same role is asked for in exchange; null: none.
		.addColumn('other_series_id', 'uuid', (c) => c.references('series.id').onDelete('cascade'))
		.addColumn('other_day', 'date')
		.addColumn('state', 'text', (c) =>
			c.notNull().check(sql`state in ('open', 'accepted', 'refused', 'withdrawn')`),
		)
		.addColumn('at', 'timestamptz', (c) => c.notNull())
		.execute();
	await db.schema
		.createIndex('role_offers_open')
		.on('role_offers')
		.columns(['series_id', 'day', 'role', 'from_id'])
		.unique()
		.where(sql.ref('state'), '=', 'open')
		.execute();

	await db.schema
		.createTable('pitches')
		.addColumn('id', 'uuid', (c) => c.primaryKey())
		.addColumn('group_id', 'uuid', (c) => c.notNull().references('groups.id').onDelete('cascade'))
		.addColumn('account_id', 'uuid', (c) => c.notNull().references('accounts.id').onDelete('cascade'))
		// Null once it is done with: the words are destroyed then, with their key.
		.addColumn('sealed', 'bytea')
		.addColumn('wrapped_key', 'bytea')
		.addColumn('urgency', 'text', (c) => c.notNull().check(sql`urgency in ('calm', 'soon', 'urgent')`))
		.addColumn('state', 'text', (c) => c.notNull().check(sql`state in ('waiting', 'chosen', 'done')`))
		.addColumn('brought_at', 'timestamptz', (c) => c.notNull())
		// Kinds and counts of what was found in it; none of its words.
		.addColumn('review', 'jsonb', (c) => c.notNull())
		.addColumn('chosen_series_id', 'uuid', (c) => c.references('series.id').onDelete('set null'))
		.addColumn('chosen_day', 'date')
		.addCheckConstraint('pitches_sealed', sql`(sealed is null) = (wrapped_key is null)`)
		.execute();
	await db.schema.createIndex('pitches_group').on('pitches').columns(['group_id', 'state']).execute();

	/** A table of what one person says of one pitch. */
	const ofPitch = (name: string) =>
		db.schema
			.createTable(name)
			.addColumn('pitch_id', 'uuid', (c) => c.notNull().references('pitches.id').onDelete('cascade'))
			.addColumn('account_id', 'uuid', (c) => c.notNull().references('accounts.id').onDelete('cascade'));
	for (const name of ['pitch_echoes', 'pitch_votes'])
		await ofPitch(name).addPrimaryKeyConstraint(`${name}_pkey`, ['pitch_id', 'account_id']).execute();
	// Who is absent from a pitch. No reason, as for cases.
	await ofPitch('pitch_recusals')
		.addColumn('at', 'timestamptz', (c) => c.notNull())
		.addPrimaryKeyConstraint('pitch_recusals_pkey', ['pitch_id', 'account_id'])
		.execute();
	await db.schema.createIndex('pitch_recusals_account').on('pitch_recusals').column('account_id').execute();

	// What was said in a session of what became of a case or a pitch. No foreign key: it is either.
	await ofSession('follow_ups')
		.addColumn('subject_id', 'uuid', (c) => c.notNull())
		.addColumn('state', 'text', (c) => c.notNull().check(sql`state in ('done', 'later')`))
		.addColumn('said_by', 'uuid', (c) => c.references('accounts.id').onDelete('set null'))
		.addColumn('at', 'timestamptz', (c) => c.notNull())
		.addPrimaryKeyConstraint('follow_ups_pkey', ['series_id', 'day', 'subject_id'])
		.execute();
}
