import fc from 'fast-check';
import { writeVarUint } from 'lib0/encoding';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { Contents, isOld, newsUpdate } from './contents.ts';
import { Ranges } from './ranges.ts';
import { expectCaseText, isEmpty, readChange } from './update.ts';

describe('ranges', () => {
	test('know what was added and what was not, joined or not, in any order', () => {
		const range = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 12 }));
		fc.assert(
			fc.property(fc.array(range, { maxLength: 40 }), range, (added, [start, length]) => {
				const ranges = new Ranges();
				const clocks = new Set<number>();
				for (const [from, size] of added) {
					ranges.add({ client: 1, from, to: from + size });
					for (let clock = from; clock < from + size; clock++) clocks.add(clock);
				}
				const left = ranges.without({ client: 1, from: start, to: start + length });
				const asked = Array.from({ length }, (_, i) => start + i);
				expect(left.flatMap(({ from, to }) => asked.filter((c) => c >= from && c < to))).toEqual(
					asked.filter((c) => !clocks.has(c)),
				);
				expect(left.every(({ from, to }) => from < to)).toBe(true);
			}),
		);
	});
});

const SECTIONS = ['context', 'facts', 'request'] as const;

/** What somebody does: which section, where, what. */
const step = fc.record({ section: fc.nat(2), at: fc.nat(1_000), kind: fc.nat(5) });
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
const steps = fc.array(step, { minLength: 1, maxLength: 30 });

/** Does it as an editor would: paragraphs, words in them, bold, deletions of both. */
function act(document: Y.Doc, { section, at, kind }: Step): void {
	const fragment = document.getXmlFragment(SECTIONS[section]);
	const paragraph = fragment.length === 0 ? null : (fragment.get(at % fragment.length) as Y.XmlElement);
	const text = paragraph?.firstChild as Y.XmlText | null | undefined;
	if (kind === 0 || !(text instanceof Y.XmlText)) {
		const fresh = new Y.XmlElement('paragraph');
		fragment.insert(at % (fragment.length + 1), [fresh]);
		fresh.insert(0, [new Y.XmlText(`mot${at}`)]);
	} else if (kind === 1) fragment.delete(at % fragment.length, 1);
	else if (kind === 2 && text.length > 0) text.delete(at % text.length, 1);
	else if (kind === 3 && text.length > 1) text.format(0, 1 + (at % (text.length - 1)), { strong: {} });
	else text.insert(at % (text.length + 1), `${at}`);
}

/** Two people who write, sometimes apart; every update with who made it and which section it is in. */
function history(all: readonly Step[]): { update: Uint8Array; section: string; client: number }[] {
	const documents = [new Y.Doc(), new Y.Doc()];
	const made: { update: Uint8Array; section: string; client: number }[] = [];
	for (const [index, one] of all.entries()) {
		const document = documents[(one.at + index) % 2] as Y.Doc;
		let update: Uint8Array | null = null;
		const listen = (bytes: Uint8Array) => {
			update = bytes;
		};
		document.on('update', listen);
		document.transact(() => act(document, one));
		document.off('update', listen);
		if (update !== null)
			made.push({ update, section: SECTIONS[one.section] as string, client: document.clientID });
		if (one.at % 3 === 0) {
			const [a, b] = documents as [Y.Doc, Y.Doc];
			Y.applyUpdate(b, Y.encodeStateAsUpdate(a, Y.encodeStateVector(b)));
			Y.applyUpdate(a, Y.encodeStateAsUpdate(b, Y.encodeStateVector(a)));
		}
	}
	return made;
}

const words = (state: Uint8Array) => {
	const document = new Y.Doc();
	Y.applyUpdate(document, state);
	return SECTIONS.map((name) => document.getXmlFragment(name).toString());
};

describe('contents', () => {
	test('take each change once, know its section, and give the text that a live document has', () => {
		fc.assert(
			fc.property(steps, (all) => {
				const made = history(all);
				const contents = new Contents();
				const parts: Uint8Array[] = [];
				for (const { update, section } of made) {
					const change = readChange(update);
					expectCaseText(change);
					const news = contents.sift(change);
					expect(news.isMissing).toBe(false);
					expect([...news.sections].filter((name) => name !== section)).toEqual([]);
					if (!isOld(news)) parts.push(newsUpdate(news));
					contents.add(news);
					expect(isOld(contents.sift(change))).toBe(true);
				}
				const live = new Y.Doc();
				for (const { update } of made) Y.applyUpdate(live, update);
				const merged = Y.mergeUpdates([Y.encodeStateAsUpdate(new Y.Doc()), ...parts]);
				expect(words(merged)).toEqual(words(Y.encodeStateAsUpdate(live)));
				expect(Y.decodeStateVector(contents.stateVector())).toEqual(
					Y.decodeStateVector(Y.encodeStateVector(live)),
				);
				// Read from its bytes it knows the same.
				const again = Contents.of(merged);
				for (const { update } of made) expect(isOld(again.sift(readChange(update)))).toBe(true);
			}),
		);
	});

	test('see a hole, and fill it from everything that the client has', () => {
		fc.assert(
			fc.property(steps, fc.nat(), (all, pick) => {
				const made = history(all);
				const lost = pick % made.length;
				const contents = new Contents();
				for (const [index, { update }] of made.entries()) {
					if (index === lost) continue;
					const news = contents.sift(readChange(update));
					if (!news.isMissing) contents.add(news);
				}
				const news = contents.sift(readChange(Y.mergeUpdates(made.map(({ update }) => update))));
				expect(news.isMissing).toBe(false);
				contents.add(news);
				for (const { update } of made) expect(isOld(contents.sift(readChange(update)))).toBe(true);
			}),
		);
	});

	test('leave out what another person’s client wrote, and what stands on it', () => {
		fc.assert(
			fc.property(steps, (all) => {
				const made = history(all);
				const [first] = made;
				if (first === undefined) return;
				const mine = (client: number) => client === first.client;
				const change = readChange(Y.mergeUpdates(made.map(({ update }) => update)));
				const news = new Contents().sift(change, mine);
				expect(news.pieces.some(({ struct }) => mine(struct.id.client))).toBe(false);
				expect(news.deletions.some(({ client }) => mine(client))).toBe(false);
				expect(news.isPartial).toBe(true);
			}),
		);
	});
});

describe('forged changes', () => {
	/** A state in two sections, and a writer who may write in `context` only. */
	function scene() {
		const document = new Y.Doc();
		document.clientID = 41;
		for (const name of ['context', 'facts']) {
			const paragraph = new Y.XmlElement('paragraph');
			document.getXmlFragment(name).push([paragraph]);
			paragraph.push([new Y.XmlText(`les mots de ${name}`)]);
		}
		// Something deleted with its surroundings, whose place is all that is left.
		const gone = new Y.XmlElement('paragraph');
		document.getXmlFragment('facts').push([gone]);
		gone.push([new Y.XmlText('disparu')]);
		document.getXmlFragment('facts').delete(1, 1);
		return document;
	}

	/** Passes a change as the server does; null where it is refused. */
	function pass(state: Uint8Array, bytes: Uint8Array): Uint8Array | null {
		try {
			const change = readChange(bytes);
			if (isEmpty(change)) return null;
			expectCaseText(change);
			const news = Contents.of(state).sift(change);
			if (news.isMissing || [...news.sections].some((name) => name !== 'context')) return null;
			return newsUpdate(news);
		} catch (error) {
			expect(error).toBeInstanceOf(Error);
			return null;
		}
	}

	test('whatever passes never changes a section that is closed, now or later', () => {
		const seed = 20_261_124;
		const start = scene();
		const state = Y.encodeStateAsUpdate(start);
		const closed = start.getXmlFragment('facts').toString();
		const clients = [...Y.decodeStateVector(Y.encodeStateVector(start)).keys()];
		const id = fc.record({
			client: fc.oneof(fc.constantFrom(...clients), fc.constant(7)),
			clock: fc.nat(60),
		});
		const forged = fc.record({
			client: fc.oneof(fc.constant(7), fc.constant(8), fc.constantFrom(...clients)),
			clock: fc.oneof(fc.constant(0), fc.nat(50)),
			origin: fc.option(id),
			rightOrigin: fc.option(id),
			parent: fc.oneof(fc.constantFrom('context', 'facts', ''), id),
			key: fc.option(fc.constantFrom('a', '__proto__'), { freq: 8 }),
			content: fc.nat(4),
		});
		const deletion = fc.record({
			client: fc.constantFrom(...clients, 7),
			from: fc.nat(60),
			length: fc.nat(80),
		});
		let passed = 0;
		fc.assert(
			fc.property(
				fc.array(forged, { maxLength: 4 }),
				fc.array(deletion, { maxLength: 2 }),
				fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 2 }),
				(items, deletions, bends) => {
					const bytes = forge(items, deletions);
					for (const [at, byte] of bends) bytes[at % bytes.length] = byte;
					const update = pass(state, bytes);
					if (update === null) return;
					passed++;
					// One who reads after it, one who was there all along, and one who goes on writing.
					const reader = new Y.Doc();
					Y.applyUpdate(reader, Y.mergeUpdates([state, update]));
					expect(reader.getXmlFragment('facts').toString()).toBe(closed);
					Y.applyUpdate(reader, state);
					expect(reader.getXmlFragment('facts').toString()).toBe(closed);
					const section = reader.getXmlFragment('facts');
					(section.get(0) as Y.XmlElement).push([new Y.XmlText(' et la suite')]);
					expect(section.toString()).toBe(closed.replace('</paragraph>', ' et la suite</paragraph>'));
					expect(reader.store.pendingStructs).toBeNull();
				},
			),
			{ seed, numRuns: 60_000 },
		);
		// The forger must not be too clumsy to get anything through at all.
		expect(passed).toBeGreaterThan(1_000);
	});

	test('noise is refused or read, never worse', () => {
		const good = Y.encodeStateAsUpdate(scene());
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 80 }), fc.nat(), fc.nat(255), (noise, at, byte) => {
				const bent = Uint8Array.from(good);
				bent[at % bent.length] = byte;
				for (const bytes of [noise, bent]) pass(good, bytes);
			}),
			{ seed: 20_261_124, numRuns: 3_000 },
		);
	});
});

interface Id {
	readonly client: number;
	readonly clock: number;
}

function forge(
	items: readonly {
		client: number;
		clock: number;
		origin: Id | null;
		rightOrigin: Id | null;
		parent: string | Id;
		key: string | null;
		content: number;
	}[],
	deletions: readonly { client: number; from: number; length: number }[],
): Uint8Array {
	const encoder = new Y.UpdateEncoderV1();
	const structs = items.map(({ client, clock, origin, rightOrigin, parent, key, content }) => {
		if (content === 4) return new Y.GC(Y.createID(client, clock), 3);
		const contents = [
			() => new Y.ContentString('faux'),
			() => new Y.ContentFormat('strong', {} as never),
			() => new Y.ContentType(new Y.XmlText()),
			() => new Y.ContentDeleted(5),
		];
		const point = (id: Id | null) => (id === null ? null : Y.createID(id.client, id.clock));
		return new Y.Item(
			Y.createID(client, clock),
			null,
			point(origin),
			null,
			point(rightOrigin),
			(typeof parent === 'string' ? parent : point(parent)) as never,
			key,
			(contents[content] as () => Y.ContentString)(),
		);
	});
	const rest = encoder.restEncoder;
	writeVarUint(rest, structs.length);
	for (const struct of structs) {
		writeVarUint(rest, 1);
		encoder.writeClient(struct.id.client);
		writeVarUint(rest, struct.id.clock);
		struct.write(encoder, 0);
	}
	writeVarUint(rest, deletions.length);
	for (const { client, from, length } of deletions) {
		writeVarUint(rest, client);
		writeVarUint(rest, 1);
		encoder.writeDsClock(from);
		encoder.writeDsLen(length);
	}
	return encoder.toUint8Array();
}
