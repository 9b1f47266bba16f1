import { type Kysely, sql } from 'kysely';

/**
 * Methods that a group has copied and changed, in their versions. They are about the frame, as a charter is:
 * readable by the service, bounded by their schema.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('group_methods')
		.addColumn('id', 'uuid', (c) => c.primaryKey())
		.addColumn('group_id', 'uuid', (c) => c.notNull().references('groups.id').onDelete('cascade'))
		// The method of the library that it was copied from.
		.addColumn('based_on', 'text', (c) => c.notNull())
		// No longer offered to sessions since then.
		.addColumn('retired_at', 'timestamptz')
		.execute();
	await db.schema.createIndex('group_methods_group').on('group_methods').column('group_id').execute();

	await db.schema
		.createTable('group_method_versions')
		.addColumn('id', 'uuid', (c) => c.primaryKey())
		.addColumn('method_id', 'uuid', (c) => c.notNull().references('group_methods.id').onDelete('cascade'))
		.addColumn('number', 'integer', (c) => c.notNull().check(sql`number > 0`))
		// The whole method (packages/methods/src/method.ts).
		.addColumn('definition', 'jsonb', (c) => c.notNull())
		.addColumn('changed_by', 'uuid', (c) => c.references('accounts.id').onDelete('set null'))
		.addColumn('changed_at', 'timestamptz', (c) => c.notNull())
		.addUniqueConstraint('group_method_versions_number', ['method_id', 'number'])
		.execute();
	await db.schema
		.createIndex('group_method_versions_changed_by')
		.on('group_method_versions')
		.column('changed_by')
		.execute();
}
