import { sql } from 'kysely';
import { afterAll, beforeAll, test } from 'vitest';
import { countQueries } from '../support/count-queries.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
beforeAll(async () => {
	server = await startServer();
});
afterAll(() => server.close());
test('scale', { timeout: 300_000 }, async () => {
	const db = server.world.db;
	await sql`insert into organisations (id,name,created_at) values (gen_random_uuid(),'O',now())`.execute(db);
	await sql`insert into accounts (id,email,name,password_hash,language,time_zone,created_at) select gen_random_uuid(),'p'||i||'@x.example','P','x','fr','Europe/Paris',now() from generate_series(1,8000) i`.execute(
		db,
	);
	await sql`insert into groups (id,organisation_id,name,purpose,language,time_zone,capacity,created_at,quorum) select gen_random_uuid(),(select id from organisations limit 1),'G'||i,'p','fr','Europe/Paris',8,now(),4 from generate_series(1,1000) i`.execute(
		db,
	);
	await sql`insert into group_members (id,group_id,account_id,role,colour,joined_at) select gen_random_uuid(), g.id, a.id, case when a.n%8=1 then 'facilitator' else 'member' end, (a.n%8)+1, now() from (select id,row_number() over () n from groups) g join (select id,row_number() over () n from accounts) a on (a.n-1)/8+1 = g.n`.execute(
		db,
	);
	await sql`insert into series (id,group_id,created_at) select gen_random_uuid(), id, now() from groups`.execute(
		db,
	);
	await sql`insert into series_phases (id,series_id,starts_on,recurrence,time,duration_minutes,time_zone,revision) select gen_random_uuid(), s.id, current_date + (s.n%7)::int, 'FREQ=WEEKLY;BYDAY='||(array['SU','MO','TU','WE','TH','FR','SA'])[extract(dow from current_date + (s.n%7)::int)::int+1], ('08:00'::time + ((s.n%12)||' hours')::interval), 90,'Europe/Paris',0 from (select id,row_number() over () n from series) s`.execute(
		db,
	);
	await sql`analyze`.execute(db);
	for (const round of [1, 2]) {
		const jobs: Record<string, () => Promise<unknown>> = {
			quorum: () => server.due.judgeQuorum(new Date()),
			roles: () => server.due.fixRoles(new Date()),
			all: () => server.world.jobs.runDue(),
		};
		for (const [name, run] of Object.entries(jobs)) {
			const at = performance.now();
			const queries = await countQueries(run);
			console.log(
				`SCALE round ${round} ${name}: ${Math.round(performance.now() - at)} ms, ${queries} queries`,
			);
		}
	}
});
