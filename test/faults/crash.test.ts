/** What was said to be saved is there after any death of the server, on either database. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Case } from '@entrepairs/contract/cases';
import { closeCodes } from '@entrepairs/contract/collab';
import type { GroupDetail } from '@entrepairs/contract/groups';
import type { Session } from '@entrepairs/contract/sessions';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CollabClient, connect } from '../support/collab-client.ts';
import { createDatabase } from '../support/database.ts';
import { admit, newCase, type Person, sign, signUp, tomorrow } from '../support/people.ts';
import { ServerProcess } from '../support/server-process.ts';
import { until } from '../support/until.ts';

const command = fileURLToPath(new URL('../../server/src/commands/found-organisation.ts', import.meta.url));

interface Place {
	readonly people: readonly [Person, Person];
	readonly caseId: string;
}

async function demoPlace(server: ServerProcess): Promise<Place> {
	const people = [
		await server.demoPerson('practitioner'),
		await server.demoPerson('practitioner', 1),
	] as const;
	return { people, caseId: server.demo().caseId };
}

/** On a PostgreSQL server nothing is seeded: an organisation begins with the command. */
async function foundedPlace(server: ServerProcess, databaseUrl: string): Promise<Place> {
	const [moderator, member] = [await signUp(server, 'Hélène'), await signUp(server, 'Samir')];
	const run = spawnSync(process.execPath, [command, 'Réseau', moderator.me.email], {
		env: { ...process.env, DATABASE_URL: databaseUrl, DATA_DIR: server.dataDir },
		encoding: 'utf8',
	});
	expect(run.stderr).toBe('');
	const organisationId = run.stdout.match(/[0-9a-f-]{36}/)?.[0];
	const group = await moderator.must<GroupDetail>('POST', '/api/groups', {
		organisationId,
		name: 'Le mardi soir',
		purpose: 'Analyse',
		language: 'fr',
		timeZone: 'Europe/Paris',
		capacity: 8,
	});
	await sign(moderator, group.id);
	await admit({ moderator, group }, member);
	const { sessions } = await moderator.must<{ sessions: Session[] }>(
		'POST',
		`/api/groups/${group.id}/series`,
		{
			startsOn: tomorrow(),
			time: '18:30',
			durationMinutes: 90,
			timeZone: 'Europe/Paris',
		},
	);
	const opened = await member.must<Case>('POST', `/api/sessions/${sessions[0]?.id}/cases`, newCase());
	return { people: [moderator, member], caseId: opened.id };
}

/** Writes numbered words without pause; `saved` is the last number that the server confirmed. */
function typing(client: CollabClient, mark: string): { saved: number; written: number; stop: () => void } {
	const state = { saved: -1, written: -1, stop: () => clearInterval(timer) };
	const timer = setInterval(() => {
		if (client.isSaved()) state.saved = state.written;
		state.written++;
		client.write('facts', `[${mark}${state.written}]`);
	}, 5);
	return state;
}

describe.each(['embedded', 'server'] as const)('on the %s database', (kind) => {
	let server: ServerProcess;
	let place: Place;

	beforeAll(async () => {
		if (kind === 'embedded') {
			server = await ServerProcess.start();
			place = await demoPlace(server);
		} else {
			const databaseUrl = await createDatabase();
			server = await ServerProcess.start({ DATABASE_URL: databaseUrl });
			place = await foundedPlace(server, databaseUrl);
		}
	});
	afterAll(() => server.destroy());

	test('kill -9 while both type, five times: all that was called saved is there, once', async () => {
		const [one, two] = place.people;
		for (let round = 0; round < 5; round++) {
			const clients = [await connect(one, place.caseId), await connect(two, place.caseId)] as const;
			const hands = [typing(clients[0], `a${round}-`), typing(clients[1], `b${round}-`)] as const;
			await until(() => hands.every(({ saved }) => saved > 5), { what: 'both have saved words' });
			await new Promise((resolve) => setTimeout(resolve, round * 37));
			await server.end('SIGKILL');
			for (const hand of hands) hand.stop();
			// What these two still hold must not come back through them.
			for (const client of clients) client.leave();
			await server.start();

			const reader = await connect(one, place.caseId);
			const text = reader.text('facts');
			for (const [mark, { saved }] of [
				[`a${round}-`, hands[0]],
				[`b${round}-`, hands[1]],
			] as const) {
				for (let n = 0; n <= saved; n++) expect(text.split(`[${mark}${n}]`)).toHaveLength(2);
			}
			reader.leave();
		}
	});

	test('a stop is graceful: exit 0, sockets told, nothing lost, not even what was on its way', async () => {
		const [one] = place.people;
		const client = await connect(one, place.caseId);
		const hand = typing(client, 'g');
		await until(() => hand.saved > 5);
		const codes: (number | null)[] = [];
		client.provider.on('connection-close', (event) => codes.push(event?.code ?? null));
		const start = performance.now();
		const code = await server.end('SIGTERM');
		hand.stop();
		expect(code).toBe(0);
		expect(performance.now() - start).toBeLessThan(10_000);
		expect(codes[0]).toBe(closeCodes.stopping);
		await server.start();
		// The same client comes back by itself, and what it wrote meanwhile arrives.
		await until(() => client.isSaved());
		const reader = await connect(one, place.caseId);
		for (let n = 0; n <= hand.written; n++) expect(reader.text('facts').split(`[g${n}]`)).toHaveLength(2);
		reader.leave();
		client.leave();
	});

	test('the log knows no word of a case, no name, no address, no cookie', async () => {
		const [one, two] = place.people;
		const client = await connect(one, place.caseId);
		client.write('context', 'mot-secret-de-situation');
		await until(() => client.isSaved());
		client.leave();
		await one.must('POST', '/api/journal', {
			sessionId: null,
			answers: { what: 'mot-secret-de-journal', soWhat: '', nowWhat: '' },
		});
		await one.send('POST', '/api/session', { email: one.me.email, password: 'mot-secret-de-passe' });
		await one.send('POST', '/api/journal', '{"what": "mot-secret-cassé');
		const logs = server.output
			.split('\n')
			.filter((line) => line.startsWith('{'))
			.join('\n');
		expect(logs).toContain('/api/journal');
		for (const secret of [
			'mot-secret',
			one.me.email,
			one.me.name,
			two.me.name,
			one.cookie?.split('=')[1] ?? '',
			place.caseId,
		]) {
			expect(logs).not.toContain(secret);
		}
	});
});
