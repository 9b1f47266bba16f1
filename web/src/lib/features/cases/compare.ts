/** Two states of a case side by side: what was added and removed, and whose words they are. */
import * as Y from 'yjs';

type ChangeOfRun = 'same' | 'added' | 'removed';

/** Words with one author and one fate. */
export interface Run {
	readonly text: string;
	readonly change: ChangeOfRun;
	/** The Yjs client that wrote them. */
	readonly clientId: number;
}

/** A line of text: a paragraph, a point of a list, a quotation. */
export interface Line {
	readonly kind: 'paragraph' | 'point' | 'quotation';
	readonly runs: readonly Run[];
}

/**
 * The lines of each section on the way from one state to the other. Both are Yjs updates of the
 * same document, one of them later than the other, in either order.
 */
export function compare(
	from: Uint8Array,
	to: Uint8Array,
	sections: readonly string[],
): ReadonlyMap<string, readonly Line[]> {
	const [before, after] = [snapshotOf(from), snapshotOf(to)];
	// The older one first: it still has the words that the newer one only remembers as deleted.
	const isForward = isWithin(before, after);
	const both = new Y.Doc({ gc: false });
	for (const state of isForward ? [from, to] : [to, from]) Y.applyUpdate(both, state);
	const fateOf = (id: Y.ID): ChangeOfRun | null => {
		const [was, is] = [isVisible(id, before), isVisible(id, after)];
		if (was && is) return 'same';
		if (is) return 'added';
		return was ? 'removed' : null;
	};
	const compared = new Map<string, Line[]>();
	for (const section of sections) {
		const lines: Line[] = [];
		readLines(both.getXmlFragment(section), 'paragraph', fateOf, lines);
		compared.set(section, lines);
	}
	both.destroy();
	return compared;
}

/** Whether anything differs. */
export function differs(compared: ReadonlyMap<string, readonly Line[]>): boolean {
	return [...compared.values()].some((lines) =>
		lines.some(({ runs }) => runs.some(({ change }) => change !== 'same')),
	);
}

function snapshotOf(state: Uint8Array): Y.Snapshot {
	const document = new Y.Doc();
	Y.applyUpdate(document, state);
	const snapshot = Y.snapshot(document);
	document.destroy();
	return snapshot;
}

function isVisible({ client, clock }: Y.ID, snapshot: Y.Snapshot): boolean {
	return (snapshot.sv.get(client) ?? 0) > clock && !Y.isDeleted(snapshot.ds, Y.createID(client, clock));
}

/** Whether everything that one state knows, written or deleted, the other knows too. */
function isWithin(one: Y.Snapshot, other: Y.Snapshot): boolean {
	for (const [client, clock] of one.sv) if ((other.sv.get(client) ?? 0) < clock) return false;
	for (const [client, deletions] of one.ds.clients) {
		for (const { clock, len } of deletions) {
			for (const at of [clock, clock + len - 1])
				if (!Y.isDeleted(other.ds, Y.createID(client, at))) return false;
		}
	}
	return true;
}

const kinds: Readonly<Record<string, Line['kind']>> = { list_item: 'point', blockquote: 'quotation' };

function readLines(
	parent: Y.XmlFragment,
	kind: Line['kind'],
	fateOf: (id: Y.ID) => ChangeOfRun | null,
	lines: Line[],
): void {
	const runs: Run[] = [];
	for (let item = parent._start; item !== null; item = item.right) {
		if (!(item.content instanceof Y.ContentType)) continue;
		const { type } = item.content;
		if (type instanceof Y.XmlText) readRuns(type, fateOf, runs);
		else if (type instanceof Y.XmlElement) {
			if (type.nodeName === 'hard_break') {
				const change = fateOf(item.id);
				if (change !== null) runs.push({ text: '\n', change, clientId: item.id.client });
			} else readLines(type, kinds[type.nodeName] ?? kind, fateOf, lines);
		}
	}
	if (runs.length > 0) lines.push({ kind, runs });
}

function readRuns(text: Y.XmlText, fateOf: (id: Y.ID) => ChangeOfRun | null, runs: Run[]): void {
	for (let item = text._start; item !== null; item = item.right) {
		if (!(item.content instanceof Y.ContentString)) continue;
		const { client, clock } = item.id;
		let piece = '';
		let fate: ChangeOfRun | null = null;
		const finish = () => {
			if (piece === '' || fate === null) return;
			const last = runs.at(-1);
			if (last?.change === fate && last.clientId === client)
				runs[runs.length - 1] = { ...last, text: last.text + piece };
			else runs.push({ text: piece, change: fate, clientId: client });
		};
		for (const [offset, letter] of item.content.str.split('').entries()) {
			const change = fateOf(Y.createID(client, clock + offset));
			if (change !== fate) {
				finish();
				piece = '';
				fate = change;
			}
			piece += letter;
		}
		finish();
	}
}
