/** What is measured. Each scenario gives one row a server; run.ts compares them. */
import { createDecoder, readVarUint } from 'lib0/decoding';
import * as Y from 'yjs';
import { until } from '../../support/until.ts';
import type { Peer } from './peers.ts';
import type { Line } from './wire.ts';
import { page, typing } from './writing.ts';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export interface FanOut {
	/** Microseconds of the server's CPU for each frame that reached somebody. */
	readonly cpuPerDelivery: number;
	/** Milliseconds from sending to arrival. */
	readonly p50: number;
	readonly p99: number;
	readonly delivered: number;
	readonly expected: number;
}

/** Rooms of eight, one of whom types ten letters a second. */
export async function fanOut(peer: Peer, rooms: number, seconds: number): Promise<FanOut> {
	const PEOPLE = 8;
	const documents = await peer.documents(rooms);
	const latencies: number[] = [];
	const lines: Line[] = [];
	const writers: (() => void)[] = [];
	for (const document of documents) {
		const room: Line[] = [];
		for (let i = 0; i < PEOPLE; i++) room.push(await peer.open(document));
		lines.push(...room);
		/** By the Yjs clock that the update begins with. */
		const sentAt: number[] = [];
		for (const reader of room.slice(1)) {
			reader.onUpdate = (update, step) => {
				// The answer to the first question is no delivery.
				if (step !== 2) return;
				const at = sentAt[clockOf(update)];
				if (at !== undefined) latencies.push(performance.now() - at);
			};
		}
		const text = new Y.XmlText();
		const own = new Y.Doc();
		const updates: Uint8Array[] = [];
		own.on('update', (update: Uint8Array) => updates.push(update));
		own.getXmlFragment('facts').push([text]);
		writers.push(() => {
			text.insert(text.length, 'a');
			for (const update of updates.splice(0)) {
				sentAt[clockOf(update)] = performance.now();
				(room[0] as Line).send(update);
			}
		});
	}
	// Everybody has arrived and the server has nothing left to do for that; then a warm-up.
	await pause(500);
	for (let round = 0; round < 20; round++) {
		for (const write of writers) write();
		await pause(50);
	}
	await pause(500);
	latencies.length = 0;

	const before = await peer.usage();
	const start = performance.now();
	const strokes = seconds * 10;
	for (let stroke = 0; stroke < strokes; stroke++) {
		for (const [index, write] of writers.entries()) {
			// Spread over the tenth of a second, as people are.
			const due = start + stroke * 100 + (index * 100) / writers.length;
			const wait = due - performance.now();
			if (wait > 1) await pause(wait);
			write();
		}
	}
	const expected = strokes * rooms * (PEOPLE - 1);
	await until(() => latencies.length >= expected, { withinMs: 5_000 }).catch(() => {});
	await pause(300);
	const after = await peer.usage();
	for (const line of lines) line.close();
	await pause(300);
	latencies.sort((a, b) => a - b);
	const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? Number.NaN;
	return {
		cpuPerDelivery: (after.cpu - before.cpu) / Math.max(1, latencies.length),
		p50: at(0.5),
		p99: at(0.99),
		delivered: latencies.length,
		expected,
	};
}

/** The first clock of an update of one client: clients, structs, client, clock. */
function clockOf(update: Uint8Array): number {
	const decoder = createDecoder(update);
	for (let skipped = 0; skipped < 3; skipped++) readVarUint(decoder);
	return readVarUint(decoder);
}

/** Puts a text into a server through a client, and waits until it is stored. */
export async function store(peer: Peer, document: string, updates: readonly Uint8Array[]): Promise<void> {
	const line = await peer.open(document);
	await pause(200);
	for (const [index, update] of updates.entries()) {
		line.send(update);
		// No faster than the bounds of the server allow.
		if (peer.name === 'entrepairs') await until(() => line.saved > index, { withinMs: 60_000 });
		else if (index % 50 === 49) await pause(20);
	}
	await pause(500);
	line.close();
	// Those that store later than they answer get their time.
	await pause(peer.name === 'entrepairs' ? 500 : 5_000);
}

export interface ColdOpen {
	/** Milliseconds from asking for the websocket to having the whole text. */
	readonly ms: number;
	/** Milliseconds of the server's CPU for it. */
	readonly cpuMs: number;
	/** Letters that were not there: stored too late, when the server was asked to end. */
	readonly missing: number;
}

/** Opens a stored text in a server that has just been started. */
export async function coldOpen(peer: Peer, document: string, letters: number): Promise<ColdOpen> {
	await peer.end('SIGTERM');
	await peer.start();
	// What a first visitor of the day pays, such as connections to the database, is not what is measured.
	const [other] = await peer.documents(1);
	const early = await peer.open(other as string);
	await pause(700);
	early.close();
	await pause(700);
	const before = await peer.usage();
	const start = performance.now();
	const line = await peer.open(document);
	const parts: Uint8Array[] = [];
	let ms = Number.NaN;
	line.onUpdate = (update) => {
		parts.push(update);
		// Someone answers first with nothing and later with the text: the text counts.
		if (Number.isNaN(ms) && update.length > letters / 2) ms = performance.now() - start;
	};
	await until(() => !Number.isNaN(ms), { withinMs: 60_000 });
	await pause(500);
	const after = await peer.usage();
	line.close();
	const opened = new Y.Doc();
	for (const part of parts) Y.applyUpdate(opened, part);
	const found = lettersIn(opened);
	opened.destroy();
	return { ms, cpuMs: (after.cpu - before.cpu) / 1000, missing: letters - found };
}

export function lettersIn(document: Y.Doc): number {
	return document
		.getXmlFragment('facts')
		.toString()
		.replaceAll(/<[^>]*>/g, '').length;
}

export interface Memory {
	/** Bytes for each open, quiet document with its one connection. */
	readonly rss: number;
	readonly heap: number;
}

/** Stored documents that one person each has open, and nobody writes in. */
export async function memory(peer: Peer, count: number, bytes: number): Promise<Memory> {
	const documents = await peer.documents(count);
	const text = page(bytes);
	for (const document of documents) {
		const line = await peer.open(document);
		line.send(text);
		if (peer.name === 'entrepairs') await until(() => line.saved > 0, { withinMs: 10_000 });
		else await pause(5);
		line.close();
	}
	await pause(peer.isDurable ? 4_000 : 200);
	await peer.end('SIGTERM');
	await peer.start();
	// A first one, so that what is loaded once is not counted.
	const first = await peer.open(documents[0] as string);
	await pause(1_000);
	first.close();
	await pause(1_000);
	const before = await peer.usage(true);
	const lines: Line[] = [];
	for (const document of documents) lines.push(await peer.open(document));
	await pause(4_000);
	const after = await peer.usage(true);
	for (const line of lines) line.close();
	await pause(500);
	return { rss: (after.rss - before.rss) / count, heap: (after.heap - before.heap) / count };
}

export interface Killed {
	/** Of letters that the server had called saved. */
	readonly lostSaved: number;
	/** Of letters that a colleague had already seen. */
	readonly lostSeen: number;
	readonly saved: number;
	readonly seen: number;
}

/** kill -9 in the moment in which a colleague has received everything. */
export async function killed(peer: Peer, letters: number): Promise<Killed> {
	const [document] = await peer.documents(1);
	const [writer, reader] = [await peer.open(document as string), await peer.open(document as string)];
	await pause(500);
	let seen = 0;
	reader.onUpdate = (_update, step) => {
		if (step === 2) seen++;
	};
	for (const update of typing(letters * 2, 1).slice(0, letters)) {
		writer.send(update);
		await pause(4);
	}
	await until(() => seen >= letters, { withinMs: 10_000 });
	const { saved } = writer;
	await peer.end('SIGKILL');
	writer.close();
	reader.close();
	await peer.start();
	await pause(300);
	const again = await peer.open(document as string);
	const opened = new Y.Doc();
	again.onUpdate = (update) => Y.applyUpdate(opened, update);
	await pause(1_500);
	again.close();
	// One writer: how far it is known is how much of it there is.
	const known = Math.max(0, ...Y.decodeStateVector(Y.encodeStateVector(opened)).values());
	const whole = new Y.Doc();
	for (const update of typing(letters * 2, 1).slice(0, letters)) Y.applyUpdate(whole, update);
	const all = Math.max(...Y.decodeStateVector(Y.encodeStateVector(whole)).values());
	const lost = Math.max(0, all - known);
	return { lostSeen: lost, lostSaved: Math.max(0, lost - (letters - saved)), saved, seen };
}
