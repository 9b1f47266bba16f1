/** How people join the call of a room. Who may is in rights.test.ts. */
import { createHmac } from 'node:crypto';
import type { CallSetup } from '@entrepairs/contract/call';
import { afterEach, expect, test } from 'vitest';
import { createCircle, planSeries } from '../support/people.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
afterEach(() => server.close());

async function startWith(settings: Record<string, string>) {
	server = await startServer({}, undefined, undefined, settings);
	const circle = await createCircle(server);
	const sessions = (await planSeries(circle)).sessions.map(({ id }) => id);
	const setup = (nth = 0, person = circle.member) =>
		person.must<CallSetup>('GET', `/api/sessions/${sessions[nth]}/call`);
	return { circle, sessions, setup };
}

test('with a relay: credentials of its REST scheme, other ones each time, that end after hours', async () => {
	const { circle, sessions, setup } = await startWith({
		TURN_URLS: 'stun:relay.example:3478,turn:relay.example:3478?transport=udp',
		...{ TURN_SECRET: 'shared', TURN_ONLY: 'yes' },
	});
	server.now = new Date();
	const [one, two] = [await setup(), await setup()];
	expect(one).toMatchObject({ relayOnly: true, mediaServer: null });
	expect(one.iceServers[0]).toEqual({ urls: ['stun:relay.example:3478'] });
	const { urls, username = '', credential } = one.iceServers[1] ?? {};
	expect(urls).toEqual(['turn:relay.example:3478?transport=udp']);
	expect(credential).toBe(createHmac('sha1', 'shared').update(username).digest('base64'));
	expect(Number(username.split(':')[0]) - server.now.getTime() / 1000).toBeCloseTo(6 * 3600, -1);
	expect(two.iceServers[1]?.username).not.toBe(username);
	expect(username).not.toContain(circle.member.me.id);

	await circle.facilitator.must('PUT', `/api/sessions/${sessions[1]}/change`, {
		...{ revision: 0, change: { to: 'cancelled', reason: 'Rien.' } },
	});
	const refused = await circle.member.get(`/api/sessions/${sessions[1]}/call`);
	expect(refused.status).toBe(409);
});

test('with a media server: a signed pass for one person, one room and a microphone and a camera', async () => {
	const { circle, setup } = await startWith({
		...{ LIVEKIT_URL: 'wss://live.example', LIVEKIT_KEY: 'key', LIVEKIT_SECRET: 'secret' },
	});
	const read = ({ mediaServer }: CallSetup) => {
		const [head, claims, signature] = mediaServer?.token.split('.') ?? [];
		expect(createHmac('sha256', 'secret').update(`${head}.${claims}`).digest('base64url')).toBe(signature);
		expect(JSON.parse(Buffer.from(head ?? '', 'base64url').toString())).toEqual({ alg: 'HS256', typ: 'JWT' });
		return JSON.parse(Buffer.from(claims ?? '', 'base64url').toString());
	};
	const [mine, again, theirs, later] = [
		read(await setup()),
		read(await setup()),
		read(await setup(0, circle.facilitator)),
		read(await setup(1)),
	];
	expect(mine).toMatchObject({ iss: 'key', video: { roomJoin: true, canPublishData: false } });
	expect(mine.video).not.toHaveProperty('roomRecord');
	expect(mine.exp - mine.nbf).toBe(6 * 3600 + 60);
	expect(mine.sub).toMatch(new RegExp(`^${circle.member.me.id}\\.`));
	expect(again.sub).not.toBe(mine.sub);
	expect(theirs.video.room).toBe(mine.video.room);
	expect(later.video.room).not.toBe(mine.video.room);
	expect(JSON.stringify(mine)).not.toContain(circle.member.me.name);
});

test('without either: from browser to browser, and the pages may use camera and microphone, nobody else', async () => {
	const { setup } = await startWith({});
	expect(await setup()).toEqual({ iceServers: [], relayOnly: false, mediaServer: null });
	const policy = (await fetch(`${server.url}/healthz`)).headers.get('permissions-policy');
	expect(policy).toMatch(/camera=\(self\).*microphone=\(self\)/);
	expect(policy).toContain('geolocation=()');
});
