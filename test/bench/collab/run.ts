/**
 * The document host beside its peers, in one run: figures, ratios and whether each target is met.
 * A table on the screen, JSON in test/output/collab-bench.json. A missed target fails nothing: the
 * figure is what counts.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import * as Y from 'yjs';
import { createPeers, type Peer } from './peers.ts';
import {
	type ColdOpen,
	coldOpen,
	type FanOut,
	fanOut,
	killed,
	lettersIn,
	memory,
	store,
} from './scenarios.ts';
import { typing } from './writing.ts';

const isQuick = process.argv.includes('--quick');
const only = process.argv.find((word) => word.startsWith('--only='))?.slice('--only='.length);
const sizes = isQuick
	? { rounds: 1, rooms: 10, seconds: 5, keystrokes: 20_000, opens: 1, documents: 50, letters: 50 }
	: { rounds: 3, rooms: 50, seconds: 10, keystrokes: 260_000, opens: 3, documents: 400, letters: 200 };

const { ours, relay, rivals, all } = createPeers();
const durable = [ours, ...rivals];
const results: Record<string, Record<string, Record<string, number>>> = {};
const targets: { what: string; goal: string; found: string; isMet: boolean }[] = [];

const median = (values: readonly number[]) =>
	[...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const rounded = (value: number) => Number(value.toPrecision(3));

function note(scenario: string, peer: Peer, figures: object): void {
	const shown = Object.fromEntries(
		Object.entries(figures as Record<string, number>).map(([name, value]) => [name, rounded(value)]),
	);
	results[scenario] = { ...results[scenario], [peer.name]: shown };
	console.log(`${scenario.padEnd(20)} ${peer.name.padEnd(16)} ${JSON.stringify(shown)}`);
}

function target(what: string, goal: number, found: number): void {
	const row = { what, goal: `≤ ${goal}`, found: String(rounded(found)), isMet: found <= goal };
	targets.push(row);
	console.log(`${row.isMet ? 'met   ' : 'MISSED'} ${what}: ${row.found} (${row.goal})`);
}

const figure = (scenario: string, peer: Peer, name: string) =>
	results[scenario]?.[peer.name]?.[name] ?? Number.NaN;

const scenarios: Record<string, () => Promise<void>> = {
	async 'fan-out'() {
		const found = new Map<Peer, FanOut[]>(all.map((peer) => [peer, []]));
		// In turns, so that a busy moment of the machine meets them all.
		for (let round = 0; round < sizes.rounds; round++) {
			for (const peer of all) found.get(peer)?.push(await fanOut(peer, sizes.rooms, sizes.seconds));
		}
		for (const [peer, rounds] of found) {
			note('fan-out', peer, {
				cpuPerDelivery: median(rounds.map((one) => one.cpuPerDelivery)),
				p50: median(rounds.map((one) => one.p50)),
				p99: median(rounds.map((one) => one.p99)),
				delivered: rounds.reduce((sum, one) => sum + one.delivered, 0),
				expected: rounds.reduce((sum, one) => sum + one.expected, 0),
			});
		}
		const cpu = (peer: Peer) => figure('fan-out', peer, 'cpuPerDelivery');
		target('CPU per delivery, of the relay’s', 1.5, cpu(ours) / cpu(relay));
		for (const rival of rivals) {
			target(`CPU per delivery, of ${rival.name}’s`, 1, cpu(ours) / cpu(rival));
			target(`p99, of ${rival.name}’s`, 1, figure('fan-out', ours, 'p99') / figure('fan-out', rival, 'p99'));
		}
	},

	async 'cold open'() {
		const updates = typing(sizes.keystrokes, 500);
		const whole = new Y.Doc();
		for (const update of updates) Y.applyUpdate(whole, update);
		const letters = lettersIn(whole);
		const encoded = Y.encodeStateAsUpdate(whole).length;
		whole.destroy();
		const names = new Map<Peer, string>();
		for (const peer of durable) {
			const [document] = await peer.documents(1);
			names.set(peer, document as string);
			await store(peer, document as string, updates);
		}
		const opens = new Map(durable.map((peer) => [peer, [] as ColdOpen[]]));
		for (let round = 0; round < sizes.opens; round++) {
			for (const peer of durable)
				opens.get(peer)?.push(await coldOpen(peer, names.get(peer) as string, letters));
		}
		for (const [peer, rounds] of opens) {
			note('cold open', peer, {
				ms: median(rounds.map(({ ms }) => ms)),
				cpuMs: median(rounds.map(({ cpuMs }) => cpuMs)),
				missing: Math.max(...rounds.map(({ missing }) => missing)),
			});
		}
		const [hocuspocus] = rivals as [Peer];
		for (const [name, words] of [
			['ms', 'time'],
			['cpuMs', 'CPU'],
		] as const)
			target(
				`cold open, ${words}, of hocuspocus’`,
				0.2,
				figure('cold open', ours, name) / figure('cold open', hocuspocus, name),
			);
		const onDisk = await ours.snapshotBytes(names.get(ours) as string);
		note('bytes on disk', ours, { snapshot: onDisk, yjs: encoded, perKeystroke: onDisk / sizes.keystrokes });
		target('bytes after compaction, of Yjs’ own', 1.2, onDisk / encoded);
	},

	async memory() {
		const bare = await memory(relay, sizes.documents, 20_000);
		note('memory', relay, bare);
		for (const peer of durable) {
			const found = await memory(peer, sizes.documents, 20_000);
			note('memory', peer, { ...found, beyondRss: found.rss - bare.rss, beyondHeap: found.heap - bare.heap });
		}
		const [hocuspocus] = rivals as [Peer];
		for (const [name, words] of [
			['beyondRss', 'resident'],
			['beyondHeap', 'heap and buffers'],
		] as const)
			target(
				`memory of a quiet document (${words}), of hocuspocus’`,
				0.2,
				figure('memory', ours, name) / figure('memory', hocuspocus, name),
			);
	},

	async 'kill -9'() {
		for (const peer of durable) note('kill -9', peer, await killed(peer, sizes.letters));
		target('letters lost that were called saved', 0, figure('kill -9', ours, 'lostSaved'));
	},
};

try {
	console.log(`${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}${isQuick ? ', quick' : ''}`);
	for (const peer of all) await peer.start();
	for (const [name, run] of Object.entries(scenarios)) if (only === undefined || only === name) await run();
	mkdirSync('test/output', { recursive: true });
	writeFileSync('test/output/collab-bench.json', JSON.stringify({ sizes, results, targets }, null, '\t'));
} finally {
	for (const peer of all) await peer.end('SIGTERM');
	for (const peer of all) await peer.destroy();
}
