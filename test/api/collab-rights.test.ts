/**
 * Rights by section. The policy gives everybody all sections until stages exist, so the document
 * host is started here with a policy that does not, on the real database and through real websockets.
 */
import { COLLAB_SUBPROTOCOL, closeCodes, syncSteps } from '@entrepairs/contract/collab';
import { createCollabMetrics } from '@entrepairs/server/collab/collab-metrics';
import { alone } from '@entrepairs/server/collab/fan-out';
import { defaultLimits } from '@entrepairs/server/collab/limits';
import { registerCollab } from '@entrepairs/server/collab/upgrade';
import { createMetrics } from '@entrepairs/server/platform/metrics';
import { registerSockets } from '@entrepairs/server/sockets/door';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { type CollabClient, connect, rawOpen, updateFrame } from '../support/collab-client.ts';
import { freePort } from '../support/free-port.ts';
import { type Circle, createCircle, openCase, Person } from '../support/people.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

const ALL = ['context', 'facts', 'request', 'feelings', 'hypotheses', 'options', 'learning'];

let server: TestServer;
let circle: Circle;
let caseId: string;
let rooms: FastifyInstance;
let member: Person;
let facilitator: Person;
/** By account: where they may write now. */
const sections = new Map<string, readonly string[]>();

beforeAll(async () => {
	server = await startServer();
	circle = await createCircle(server);
	const port = await freePort();
	const url = `http://127.0.0.1:${port}`;
	const people = [circle.member, circle.facilitator];
	rooms = fastify();
	rooms.decorateRequest('signIn', null);
	rooms.addHook('onRequest', async (request) => {
		const me = people.find(({ cookie }) => cookie === request.headers.cookie)?.me;
		if (me !== undefined) request.signIn = { accountId: me.id, name: me.name, idHash: '00' };
	});
	await registerSockets(rooms, {
		maxPayload: 2 * defaultLimits.frameBytes,
		protocols: [COLLAB_SUBPROTOCOL],
		close: () => rooms.collab.close(),
	});
	await registerCollab(rooms, {
		...server.world,
		limits: { ...defaultLimits, heartbeatMs: 150 },
		metrics: createCollabMetrics(createMetrics()),
		fanOut: alone,
		origins: [url],
		accessOf: async (id) => ({
			groupId: circle.group.id,
			sections: sections.get(id) ?? [],
			person: { id, name: 'Quelqu’un', colour: 1 },
		}),
		stillSignedIn: async () => true,
	});
	await rooms.listen({ host: '127.0.0.1', port });
	[member, facilitator] = people.map(({ cookie, me }) =>
		Object.assign(new Person({ url }), { cookie, me }),
	) as [Person, Person];
});
afterAll(async () => {
	await rooms.close();
	await server.close();
});

beforeEach(async () => {
	caseId = (await openCase(circle)).id;
	sections.set(facilitator.me.id, ALL);
	sections.set(member.me.id, ALL);
	const writer = await connect(facilitator, caseId);
	writer.write('context', 'à lire');
	await until(() => writer.isSaved());
	writer.leave();
	await until(() => rooms.collab.openDocuments === 0);
});

/** What somebody who comes now reads. */
async function readAnew(section: string): Promise<string> {
	const reader = await connect(facilitator, caseId);
	const text = reader.text(section);
	reader.leave();
	return text;
}

test('a reader reads, and may say again what is there', async () => {
	sections.set(member.me.id, []);
	const client = await connect(member, caseId);
	expect(client.text('context')).toBe('à lire');
	// y-websocket answers the server's question with what it has; nothing of that is new.
	await until(() => client.isSaved());
	const raw = await rawOpen(member, caseId);
	raw.socket.send(updateFrame(Y.encodeStateAsUpdate(client.document), syncSteps.step2));
	await new Promise((resolve) => setTimeout(resolve, 100));
	expect(raw.closeCode).toBeNull();
	raw.socket.close();
	client.leave();
});

test('a reader who writes is told so; another kind of client is closed; nothing changes for anybody', async () => {
	sections.set(member.me.id, []);
	const other = await connect(facilitator, caseId);
	const [ours, plain] = await Promise.all([
		connect(member, caseId),
		connect(member, caseId, { plain: true }),
	]);
	ours.write('context', 'interdit');
	plain.write('facts', 'interdit');
	await until(() => ours.refused !== null && plain.closeCode !== null);
	expect([ours.refused, plain.closeCode]).toEqual(['readOnly', closeCodes.noAccess]);
	expect([other.text('context'), other.text('facts')]).toEqual(['à lire', '']);
	for (const client of [ours, plain, other]) client.leave();
	expect(await readAnew('context')).toBe('à lire');
});

test('someone writes in their sections; one word elsewhere is refused with all that follows it', async () => {
	sections.set(member.me.id, ['facts']);
	const other = await connect(facilitator, caseId);
	const client = await connect(member, caseId);
	client.write('facts', 'permis');
	await until(() => client.isSaved() && other.text('facts') === 'permis');
	client.write('context', ' — ailleurs');
	client.write('facts', ' — après');
	await until(() => client.refused !== null);
	expect(client.refused).toBe('section');
	await new Promise((resolve) => setTimeout(resolve, 100));
	expect(client.isSaved()).toBe(false);
	expect([other.text('context'), other.text('facts')]).toEqual(['à lire', 'permis']);
	client.leave();
	other.leave();
	expect([await readAnew('context'), await readAnew('facts')]).toEqual(['à lire', 'permis']);
});

test('deleting elsewhere is refused as well', async () => {
	sections.set(member.me.id, ['facts']);
	const client = await connect(member, caseId);
	const fragment = client.document.getXmlFragment('context');
	fragment.delete(0, fragment.length);
	await until(() => client.refused !== null);
	client.leave();
	expect(await readAnew('context')).toBe('à lire');
});

test('rights that change while connected hold for the next change, both ways', async () => {
	const client = await connect(member, caseId);
	client.write('context', ', écrit');
	await until(() => client.isSaved());
	const change = async (granted: readonly string[]) => {
		sections.set(member.me.id, granted);
		server.world.events.emit('access-changed', { groupId: circle.group.id, accountId: member.me.id });
		await new Promise((resolve) => setTimeout(resolve, 100));
	};
	await change(['facts']);
	client.write('facts', 'oui');
	await until(() => client.isSaved());
	await change(['context']);
	client.write('context', ', encore');
	await until(() => client.isSaved());
	await change(['context']);
	client.write('facts', ', de trop');
	await until(() => client.refused === 'section');
	client.leave();
	expect([await readAnew('context'), await readAnew('facts')]).toEqual(['à lire, écrit, encore', 'oui']);
});

test('what the text cannot consist of ends the connection', async () => {
	const strange: ((document: Y.Doc) => void)[] = [
		(document) => document.getMap('context').set('__proto__', { isAdmin: true }),
		(document) => document.getXmlFragment('context').push([new Y.XmlElement('script')]),
		(document) => {
			const paragraph = new Y.XmlElement('paragraph');
			document.getXmlFragment('context').push([paragraph]);
			paragraph.setAttribute('onclick', 'alert(1)');
		},
		(document) => {
			const text = new Y.XmlText('mot');
			document.getXmlFragment('context').push([text]);
			text.format(0, 3, { link: { href: 'javascript:alert(1)' } });
		},
		(document) => document.getArray('context').push([{ hidden: 'x'.repeat(100) }]),
	];
	for (const make of strange) {
		const raw = await rawOpen(member, caseId);
		const document = new Y.Doc();
		make(document);
		raw.socket.send(updateFrame(Y.encodeStateAsUpdate(document)));
		await until(() => raw.closeCode !== null);
		expect(raw.closeCode).toBe(closeCodes.malformed);
	}
	// A section that this case does not have is refused, not broken.
	const raw = await rawOpen(member, caseId);
	const document = new Y.Doc();
	document.getXmlFragment('elsewhere').push([new Y.XmlText('caché')]);
	raw.socket.send(updateFrame(Y.encodeStateAsUpdate(document)));
	await until(() => raw.closeCode !== null);
	expect(raw.closeCode).toBe(closeCodes.noAccess);
	expect(await readAnew('context')).toBe('à lire');
});

test('nobody writes under another person’s name', async () => {
	const own = await connect(facilitator, caseId);
	own.write('facts', 'de Claire');
	await until(() => own.isSaved());
	// The same Yjs client, going on from where she is, on somebody else's connection.
	const forger = new Y.Doc();
	Y.applyUpdate(forger, Y.encodeStateAsUpdate(own.document));
	forger.clientID = own.document.clientID;
	let forged: Uint8Array = new Uint8Array();
	forger.on('update', (update) => {
		forged = update;
	});
	forger.getXmlFragment('facts').push([new Y.XmlText(' (faux)')]);
	const raw = await rawOpen(member, caseId);
	raw.socket.send(updateFrame(forged));
	await new Promise((resolve) => setTimeout(resolve, 100));
	own.write('facts', ', vraiment');
	await until(() => own.isSaved());
	expect(own.text('facts')).toBe('de Claire, vraiment');
	raw.socket.close();
	own.leave();
	expect(await readAnew('facts')).toBe('de Claire, vraiment');
});

test('anybody marks a passage of others as a risk, where they may write, and says nothing else with it', async () => {
	sections.set(member.me.id, ['facts']);
	const author = await connect(facilitator, caseId);
	author.write('facts', 'une situation très reconnaissable');
	await until(() => author.isSaved());
	const passageIn = ({ document }: CollabClient, section: string) => {
		const all = document.getXmlFragment(section);
		return all.get(all.length - 1) as Y.XmlText;
	};
	const marked = (section: string) =>
		passageIn(author, section)
			.toDelta()
			.filter(({ attributes }: { attributes?: object }) => attributes !== undefined);
	/** Marks five letters as another participant. */
	const mark = async (section: string, risk: unknown) => {
		const client = await connect(member, caseId);
		await until(() => client.isSaved());
		passageIn(client, section).format(0, 5, { risk });
		return client;
	};
	const good = await mark('facts', {});
	await until(() => marked('facts').length === 1);
	expect(marked('facts')).toEqual([{ insert: 'une s', attributes: { risk: {} } }]);
	await until(() => good.isSaved());
	expect([good.refused, good.closeCode]).toEqual([null, null]);

	const closed = await mark('context', {});
	await until(() => closed.refused !== null);
	expect(closed.refused).toBe('section');
	for (const details of [{ why: 'mot' }, 'mot', 7, ['mot']]) {
		const talkative = await mark('facts', details);
		await until(() => talkative.closeCode !== null);
		expect(talkative.closeCode).toBe(closeCodes.malformed);
		talkative.leave();
	}
	// Whoever blurs the passage takes the mark off.
	passageIn(author, 'facts').format(0, 5, { risk: null });
	await until(() => author.isSaved());
	expect([marked('facts'), marked('context')]).toEqual([[], []]);
	for (const client of [author, good, closed]) client.leave();
	expect(await readAnew('facts')).toBe('une situation très reconnaissable');
});

test('words that build on what never arrived are asked for again, then taken or refused, never called saved', async () => {
	const make = (): { document: Y.Doc; updates: Uint8Array[] } => {
		const document = new Y.Doc();
		const updates: Uint8Array[] = [];
		document.on('update', (update: Uint8Array) => updates.push(update));
		for (const word of ['un', 'deux', 'trois']) document.getXmlFragment('facts').push([new Y.XmlText(word)]);
		return { document, updates };
	};
	const asked = (frames: readonly Uint8Array[]) =>
		frames.filter((frame) => frame[0] === 0 && frame[1] === syncSteps.step1).length;
	const other: CollabClient = await connect(facilitator, caseId);
	const { document, updates } = make();
	const raw = await rawOpen(member, caseId);
	await until(() => asked(raw.frames) === 1);
	raw.socket.send(updateFrame(updates[2] as Uint8Array));
	await until(() => asked(raw.frames) >= 2);
	expect(other.text('facts')).toBe('');
	raw.socket.send(updateFrame(Y.encodeStateAsUpdate(document), syncSteps.step2));
	await until(() => other.text('facts') === 'undeuxtrois');
	raw.socket.send(updateFrame(make().updates[2] as Uint8Array));
	await until(() => raw.closeCode !== null);
	expect(raw.closeCode).toBe(closeCodes.noAccess);
	expect(other.text('facts')).toBe('undeuxtrois');
	other.leave();
});
