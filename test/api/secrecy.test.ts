/**
 * Words that must not get around: each text field is filled with a word of its own, and then looked for in
 * everything that the server prints, sends, counts and stores.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PollDetail } from '@entrepairs/contract/polls';
import { createKeyring } from '@entrepairs/server/platform/crypto';
import { rewrapKeys } from '@entrepairs/server/platform/key-rotation';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	admit,
	type Circle,
	createCircle,
	newCase,
	planSeries,
	reviewed,
	tomorrow,
} from '../support/people.ts';
import { enterRoom } from '../support/room-client.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { ServerProcess } from '../support/server-process.ts';
import { until } from '../support/until.ts';

/** Words about people and cases: sealed wherever they are kept. */
const sealed = {
	apology: 'grisollement',
	pitch: 'vermillonner',
	employer: 'quincailler',
	case: 'tourneboulant',
	note: 'escarbouclier',
	word: 'patafiolement',
	arrival: 'emberlificotement',
	gathered: 'rocambolesquement',
};
/** Words about the frame: those of the group read them, and nobody is sent them. */
const framed = {
	purpose: 'orchidoclaste',
	charter: 'amphigourique',
	poll: 'coquecigrue',
	reason: 'calembredaine',
	removal: 'billevesee',
	message: 'turlupinade',
	place: 'galimafree',
};
const masterKey = randomBytes(32).toString('base64');
/** The same database twice: one process that prints, and one to look into. */
let inside: TestServer;
let printing: ServerProcess;
let circle: Circle;
const tokens: string[] = [];

beforeAll(async () => {
	inside = await startServer({}, undefined, masterKey);
	printing = await ServerProcess.start({ DATABASE_URL: inside.databaseUrl, MASTER_KEY: masterKey });
	circle = await createCircle(Object.assign(Object.create(inside), { url: printing.url }) as TestServer);
	const { facilitator, member, outsider, moderator } = circle;
	const group = `/api/groups/${circle.group.id}`;
	await admit(circle, outsider);
	await facilitator.must('PATCH', group, { purpose: framed.purpose });
	const { sessions } = await planSeries(circle);
	const id = sessions[0]?.id ?? '';
	await facilitator.must('PUT', `/api/sessions/${id}/change`, {
		revision: 0,
		change: {
			...{ to: 'moved', date: tomorrow(), time: '19:00', durationMinutes: 60, link: null },
			...{ place: framed.place, reason: framed.reason },
		},
	});
	await member.must('PUT', `/api/sessions/${id}/answer`, { answer: 'no', words: sealed.apology });
	await member.must('POST', `${group}/pitches`, {
		...{ text: `Une ${sealed.pitch} qui revient.`, urgency: 'calm', review: reviewed() },
	});
	const statement = { employers: [sealed.employer], partners: [], territories: [] };
	await member.must('PUT', `${group}/conflict-statement`, statement);
	await outsider.must('PUT', `${group}/conflict-statement`, statement);
	const question = await facilitator.must<{ id: string }>('POST', `${group}/conflict-questions`, {
		accountIds: [member.me.id, outsider.me.id],
	});
	await member.send('PUT', `/api/conflict-questions/${question.id}/answer`, {
		...{ answer: 'none', word: sealed.word },
	});
	await member.must('POST', `/api/sessions/${id}/cases`, newCase({ title: `Une ${sealed.case} demande` }));
	const room = await enterRoom(facilitator, id);
	await room.must({ do: 'check-in', word: sealed.arrival });
	const [, other] = [await enterRoom(member, id), await enterRoom(outsider, id)];
	await room.must({ do: 'take-role', role: 'presenter', accountId: member.me.id });
	await room.must({
		...{ do: 'choose-method', method: 'codevelopment', minutes: 60, hasClock: false, mode: 'live' },
	});
	await room.must({ do: 'start' });
	for (let n = 0; room.stage !== '0.consultation' && n < 9; n++)
		await room.must({ do: 'next', stage: room.stage ?? '' });
	const own = Buffer.from(randomBytes(32)).toString('base64url');
	expect(
		await other.contribute('0.consultation', {
			...{ do: 'put', token: own, text: `C’est ${sealed.gathered} dit.`, review: reviewed() },
		}),
	).toBe(null);
	tokens.push(own);
	room.send({ type: 'signal', to: room.visitId, data: sealed.arrival });
	room.socket.send(`{"type":"act","id":9,"action":{"do":"${sealed.arrival}"}}`);
	await until(() => room.closeCode !== null);
	await member.must('POST', '/api/journal', {
		...{ sessionId: null, answers: { what: sealed.note, soWhat: '', nowWhat: '' } },
	});
	await facilitator.must<PollDetail>('POST', `${group}/polls`, {
		...{ title: framed.poll, purpose: 'session', durationMinutes: 90, showsAtOnce: false },
		slots: [{ day: tomorrow(), time: '18:30' }],
		deadline: { day: tomorrow(), time: '12:00' },
	});
	await facilitator.must('POST', `${group}/charter/versions`, {
		...{ sections: [{ key: 'own', title: 'Un', text: framed.charter }], change: 'Tout', basedOn: 1 },
	});
	const invitation = await facilitator.must<{ token: string }>('POST', `${group}/invitations`, { days: 7 });
	const { address } = await member.must<{ address: string }>('POST', '/api/calendar-feeds', {
		...{ groupId: null, neutralTitles: false },
	});
	const secret = /calendar\/(.+)\.ics$/.exec(address)?.[1] ?? '';
	expect(secret).not.toBe('');
	tokens.push(invitation.token, secret);
	// They are used as people use them, and wrongly too.
	await member.get(`/calendar/${secret}.ics`);
	await member.get(`/calendar/${secret}x.ics`);
	await member.post('/api/invitations/reading', { token: invitation.token });
	await member.get(`/invitations/${invitation.token}`);
	await outsider.send('DELETE', '/api/journal/nothing', { words: sealed.note });
	await moderator.must('POST', `${group}/members/${outsider.me.id}/removal`, { reason: framed.removal });
	await outsider.must('POST', `${group}/join-requests`, { message: framed.message });
	await until(() => mails().length > 3, { withinMs: 30_000, what: 'mails are written' });
	for (const mail of mails()) {
		for (const [, token] of mail.replaceAll('=\r\n', '').matchAll(/unsubscribe\/([\w-]{43})/g))
			if (token !== undefined) tokens.push(token);
	}
	await member.get(`/api/unsubscriptions/${tokens.at(-1)}`);
	await member.get(`/unsubscribe/${tokens.at(-1)}`);
}, 120_000);
afterAll(async () => {
	await printing.destroy();
	await inside.close();
});

function mails(): string[] {
	const folder = join(printing.dataDir, 'mails');
	if (!existsSync(folder)) return [];
	return readdirSync(folder)
		.filter((name) => name.endsWith('.eml'))
		.map((name) => readFileSync(join(folder, name), 'utf8'));
}

/** A mail with its parts as their readers see them. */
function read(mail: string): string {
	const parts = [...mail.matchAll(/base64[\s\S]*?\r\n\r\n([\w+/=\r\n]+)/g)].map(([, part]) =>
		Buffer.from(part ?? '', 'base64').toString('utf8'),
	);
	return [mail.replaceAll('=\r\n', ''), ...parts.map((part) => part.replaceAll('\r\n ', ''))].join('\n');
}

/** A word as it may stand somewhere: plain, or as the bytes of it in what the database and mails write. */
const forms = (word: string) => [
	word,
	Buffer.from(word).toString('hex'),
	...[0, 1, 2].map((shift) =>
		Buffer.from(' '.repeat(shift) + word)
			.toString('base64')
			.slice(4, -4),
	),
];
const foundIn = (words: readonly string[], text: string) =>
	words.filter((word) => forms(word).some((form) => form.length > 5 && text.includes(form)));
const names = () => [circle.member, circle.facilitator, circle.outsider].map(({ me }) => me.name);

/** Every row of every table, those of the jobs too. */
async function rows(): Promise<Map<string, string>> {
	const { db } = inside.world;
	const { rows: tables } = await sql<{ name: string }>`
		select format('%I.%I', table_schema, table_name) as name from information_schema.tables
		where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`.execute(db);
	const all = new Map<string, string>();
	for (const { name } of tables) {
		const { rows: found } = await sql<{
			row: string;
		}>`select t::text as row from ${sql.raw(name)} as t`.execute(db);
		all.set(name, found.map(({ row }) => row).join('\n'));
	}
	return all;
}

describe('words of people', () => {
	test('are not printed, nor are their names, addresses or secrets', () => {
		expect(printing.output.length).toBeGreaterThan(1_000);
		const emails = [circle.member, circle.facilitator].map(({ me }) => me.email);
		const all = [...Object.values(sealed), ...Object.values(framed), ...names(), ...emails, ...tokens];
		expect(foundIn(all, printing.output)).toEqual([]);
	});

	test('are not in mails or metrics', async () => {
		const sent = mails().map(read);
		const { body: metrics } = await circle.member.get<string>('/metrics');
		for (const text of [...sent, metrics]) {
			expect(foundIn([...Object.values(sealed), ...Object.values(framed), ...names()], text)).toEqual([]);
		}
	});

	test('are sealed in the database, and secrets are not in it', async () => {
		for (const [table, text] of await rows()) {
			const secret = table.includes('mails') ? [] : tokens;
			expect([table, foundIn([...Object.values(sealed), ...secret], text)]).toEqual([table, []]);
			if (/notices|pgboss/.test(table))
				expect([table, foundIn([...Object.values(framed), ...names()], text)]).toEqual([table, []]);
		}
	});

	test('that pages of secret addresses are left from is not told to where one goes', async () => {
		for (const path of [`/invitations/${tokens[0]}`, `/unsubscribe/${tokens.at(-1)}`]) {
			const { headers } = await circle.member.get(path);
			expect([path, headers.get('referrer-policy')]).toEqual([
				path,
				expect.stringMatching(/^(same-origin|no-referrer)$/),
			]);
			expect([path, headers.get('cache-control')]).toEqual([
				path,
				expect.stringMatching(/no-store|private|no-cache/),
			]);
		}
	});
});

describe('keys', () => {
	test('of every table that has some are wrapped again, and everything is read as before', async () => {
		const { db } = inside.world;
		const { rows: columns } = await sql<{ table: string; column: string }>`
			select table_name as table, column_name as column from information_schema.columns
			where table_schema = 'public' and column_name like '%wrapped%'`.execute(db);
		expect(columns.map(({ table }) => table).sort()).toEqual(
			expect.arrayContaining([
				...['documents', 'person_keys', 'pitches', 'room_gatherings', 'rooms', 'session_answers'],
			]),
		);
		const current = randomBytes(32);
		const before = Buffer.from(masterKey, 'base64');
		await rewrapKeys(db, createKeyring([current, before]));
		for (const { table, column } of columns) {
			const { rows: keys } = await sql<{
				key: Uint8Array;
			}>`select ${sql.ref(column)} as key from ${sql.table(table)}
				where ${sql.ref(column)} is not null`.execute(db);
			expect([table, keys.length]).not.toEqual([table, 0]);
			for (const { key } of keys) createKeyring([current]).unwrap(key);
		}
		await rewrapKeys(db, createKeyring([before, current]));
		const id = await db.selectFrom('cases').select('id').executeTakeFirstOrThrow();
		expect((await circle.member.get<{ title: string }>(`/api/cases/${id.id}`)).body.title).toContain(
			sealed.case,
		);
	});
});

describe('whoever leaves', () => {
	test('leaves no word of apology, no pitch and no statement behind', async () => {
		const { member } = circle;
		await member.must('POST', `/api/groups/${circle.group.id}/departure`);
		await inside.due.forget(new Date());
		const { db } = inside.world;
		const of = async (table: 'session_answers' | 'pitches' | 'conflict_statements') =>
			db.selectFrom(table).where('account_id', '=', member.me.id).selectAll().execute();
		expect((await of('session_answers')).map((row) => 'sealed_words' in row && row.sealed_words)).toEqual([
			null,
		]);
		expect(await of('pitches')).toEqual([]);
		expect(await of('conflict_statements')).toEqual([]);
	});
});
