/** What was planned before series went through phases is still planned, under the same names. */
import { migrate, openDatabase } from '@entrepairs/server/platform/database';
import { sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { expect, test } from 'vitest';
import * as accounts from '../../migrations/0001_accounts.ts';
import * as groups from '../../migrations/0002_groups.ts';
import * as sessions from '../../migrations/0003_sessions.ts';
import { createDatabase } from '../support/database.ts';

test('a series of before is the first phase of the same series', async () => {
	const database = await openDatabase({
		databaseUrl: await createDatabase(),
		dataDir: '',
		onLostConnection: () => {},
	});
	const { db } = database;
	try {
		const before = { '0001_accounts': accounts, '0002_groups': groups, '0003_sessions': sessions };
		const migrator = new Migrator({ db, provider: { getMigrations: async () => before } });
		expect((await migrator.migrateToLatest()).error).toBeUndefined();
		const id = crypto.randomUUID();
		await sql`with organisation as (
				insert into organisations (id, name, created_at) values (gen_random_uuid(), 'Réseau', now()) returning id
			), made as (
				insert into groups (id, organisation_id, name, purpose, language, time_zone, capacity, created_at)
				select gen_random_uuid(), id, 'Groupe', 'Analyse', 'fr', 'Europe/Paris', 8, now() from organisation returning id
			) insert into series (id, group_id, starts_on, time, duration_minutes, time_zone, recurrence, created_at)
				select ${id}, id, '2026-09-01', '18:30', 90, 'Indian/Reunion', 'FREQ=WEEKLY;BYDAY=TU', now() from made`.execute(
			db,
		);
		await migrate(db);
		expect(await db.selectFrom('series').select(['id', 'revision']).execute()).toEqual([{ id, revision: 0 }]);
		const [phase] = await db.selectFrom('series_phases').selectAll().execute();
		expect(phase).toMatchObject({
			series_id: id,
			starts_on: '2026-09-01',
			last_on: null,
			time: '18:30:00',
			duration_minutes: 90,
			time_zone: 'Indian/Reunion',
			recurrence: 'FREQ=WEEKLY;BYDAY=TU',
		});
	} finally {
		await database.close();
	}
});
