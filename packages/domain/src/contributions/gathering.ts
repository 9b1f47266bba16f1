/**
 * What a stage has gathered. Everything here gives the same for the same words, whoever they came from and
 * in whichever order they arrived.
 */

/** `name`: a hash of the token that only its author's device knows. */
export interface Item {
	readonly name: string;
	readonly text: string;
}

/** What came in a beat, after it was looked at. */
export type Change =
	| { readonly do: 'put'; readonly name: string; readonly text: string }
	| { readonly do: 'withdraw'; readonly name: string };

/** The row grows by so many bytes when a step is full, and is of one length until then. */
export const STEP_BYTES = 16_384;
const MOST_STEPS = 8;
const LENGTH_BYTES = 4;

/** `random(n)`: a whole number from 0 to n - 1, each as likely. */
export type Random = (below: number) => number;

/** In an order in which each is as likely as any other. */
export function shuffled<T>(list: readonly T[], random: Random): T[] {
	const mixed = [...list];
	for (let last = mixed.length - 1; last > 0; last--) {
		const other = random(last + 1);
		[mixed[last], mixed[other]] = [mixed[other] as T, mixed[last] as T];
	}
	return mixed;
}

const byName = (one: Item, other: Item) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0);

/**
 * What is there after a beat, mixed, and the names of what found no room any more. Two changes of one name
 * in a beat are of two windows of one person: to take back weighs more, then the words that sort last.
 */
export function afterBeat(
	items: readonly Item[],
	changes: readonly Change[],
	random: Random,
): { readonly items: readonly Item[]; readonly full: ReadonlySet<string> } {
	const wanted = new Map<string, Change>();
	for (const change of changes) {
		const other = wanted.get(change.name);
		if (other === undefined || weighsMore(change, other)) wanted.set(change.name, change);
	}
	const kept = new Map(items.map((item) => [item.name, item]));
	for (const change of wanted.values()) if (change.do === 'withdraw') kept.delete(change.name);
	const full = new Set<string>();
	const puts = [...wanted.values()].filter((change) => change.do === 'put').sort(byName);
	for (const { name, text } of puts) {
		const before = kept.get(name);
		kept.set(name, { name, text });
		if (sizeOf([...kept.values()]) <= STEP_BYTES * MOST_STEPS) continue;
		full.add(name);
		if (before === undefined) kept.delete(name);
		else kept.set(name, before);
	}
	return { items: shuffled([...kept.values()].sort(byName), random), full };
}

const weighsMore = (one: Change, other: Change) =>
	other.do === 'put' && (one.do === 'withdraw' || one.text > other.text);

const bytesOf = (items: readonly Item[]) =>
	new TextEncoder().encode(JSON.stringify(items.map(({ name, text }) => [name, text])));
const sizeOf = (items: readonly Item[]) => LENGTH_BYTES + bytesOf(items).length;

/** As bytes of one length for each step that is begun. */
export function pack(items: readonly Item[]): Uint8Array {
	const words = bytesOf(items);
	const packed = new Uint8Array(Math.ceil((LENGTH_BYTES + words.length) / STEP_BYTES) * STEP_BYTES);
	new DataView(packed.buffer).setUint32(0, words.length);
	packed.set(words, LENGTH_BYTES);
	return packed;
}

/** The reverse of `pack`. */
export function unpack(packed: Uint8Array): Item[] {
	const length = new DataView(packed.buffer, packed.byteOffset).getUint32(0);
	const words = new TextDecoder().decode(packed.subarray(LENGTH_BYTES, LENGTH_BYTES + length));
	return (JSON.parse(words) as [string, string][]).map(([name, text]) => ({ name, text }));
}
