/**
 * What a document contains, as clocks: for each client how far it is known, in which section each
 * stretch is, and what is deleted. Enough to tell of a change whether it is news, whether it hangs
 * in the air, and which sections it touches, without building a document.
 */
import * as Y from 'yjs';
import { type Range, Ranges } from './ranges.ts';
import { type Change, type Part, readChange, type Struct, writeChange } from './update.ts';

/** Where something is whose surroundings are gone: it will never be seen. */
const NOWHERE = '';

interface Piece extends Part {
	/** The section it is in; undefined until found, null while being found. */
	section: string | null | undefined;
}

/** A change without what is known already. */
export interface News {
	readonly pieces: readonly (Part & { readonly section: string })[];
	readonly deletions: readonly Range[];
	/** What it touches; empty when nothing of it can be seen. */
	readonly sections: ReadonlySet<string>;
	/** It builds on something that is not here: nothing of it can be taken yet. */
	readonly isMissing: boolean;
	/** Words of others were left out of it. */
	readonly isPartial: boolean;
}

export function isOld({ pieces, deletions }: News): boolean {
	return pieces.length === 0 && deletions.length === 0;
}

/** The news as a Yjs update. */
export function newsUpdate({ pieces, deletions }: News): Uint8Array {
	return writeChange(pieces, deletions);
}

/** Clocks up to `to` (from where the last stretch ended) in one section. */
interface Stretch {
	to: number;
	readonly section: string;
}

export class Contents {
	readonly #stretches = new Map<number, Stretch[]>();
	readonly #deleted = new Ranges();
	/** One string for each name, however often it came in. */
	readonly #names = new Map<string, string>();

	/** Throws when the state cannot be read. What hangs in the air in it does not count as known. */
	static of(state: Uint8Array): Contents {
		const contents = new Contents();
		contents.add(contents.sift(readChange(state)));
		return contents;
	}

	/** How far a client is known. */
	reach(client: number): number {
		return this.#stretches.get(client)?.at(-1)?.to ?? 0;
	}

	stateVector(): Uint8Array {
		return Y.encodeStateVector(
			new Map([...this.#stretches.keys()].map((client) => [client, this.reach(client)])),
		);
	}

	/**
	 * What of a change is news. Clients of which `isOthers` holds are left out. Throws when it
	 * contradicts itself, or what is known, as no editor does.
	 */
	sift(change: Change, isOthers: (client: number) => boolean = () => false): News {
		const fresh = new Map<number, Piece[]>();
		let isMissing = false;
		let isPartial = false;
		for (const struct of change.structs) {
			const { client, clock } = struct.id;
			const own = fresh.get(client) ?? [];
			const known = endOf(own.at(-1)) ?? this.reach(client);
			if (clock + struct.length <= known) continue;
			if (isOthers(client)) isPartial = true;
			else if (clock > known) isMissing = true;
			else {
				own.push({ struct, offset: known - clock, section: undefined });
				fresh.set(client, own);
			}
		}
		for (const pieces of fresh.values()) {
			for (const piece of pieces) if (!this.#locate(piece, fresh)) isMissing = true;
		}

		const sections = new Set<string>();
		const pieces: (Part & { section: string })[] = [];
		for (const piece of [...fresh.values()].flat()) {
			const section = piece.section ?? NOWHERE;
			sections.add(section);
			pieces.push({ ...piece, section });
		}
		const deletions: Range[] = [];
		for (const range of change.deletions) {
			const { client, from, to } = range;
			const end = endOf(fresh.get(client)?.at(-1)) ?? this.reach(client);
			if (to > end) {
				if (isOthers(client)) isPartial = true;
				else isMissing = true;
			}
			if (from >= end) continue;
			for (const part of this.#deleted.without({ client, from, to: Math.min(to, end) })) {
				deletions.push(part);
				for (const section of this.#sectionsOf(part)) sections.add(section);
			}
		}
		sections.delete(NOWHERE);
		return { pieces, deletions, sections, isMissing, isPartial };
	}

	/** Takes what `sift` gave of the contents as they are now. */
	add({ pieces, deletions }: News): void {
		for (const { struct, section } of pieces) {
			const { client, clock } = struct.id;
			const to = clock + struct.length;
			const stretches = this.#stretches.get(client);
			const last = stretches?.at(-1);
			if (last?.section === section) last.to = to;
			else if (stretches !== undefined) stretches.push({ to, section: this.#name(section) });
			else this.#stretches.set(client, [{ to, section: this.#name(section) }]);
		}
		for (const range of deletions) this.#deleted.add(range);
	}

	/**
	 * Finds the section of a piece through what it stands beside, or in. False when that is not
	 * here. Without recursion: hostile chains are long.
	 */
	#locate(piece: Piece, fresh: ReadonlyMap<number, readonly Piece[]>): boolean {
		const path = [piece];
		let isHere = true;
		while (path.length > 0) {
			const current = path.at(-1) as Piece;
			if (typeof current.section === 'string') {
				path.pop();
				continue;
			}
			current.section = null;
			const found = referencesOf(current);
			if (typeof found === 'string') {
				current.section = found;
				continue;
			}
			const sections: string[] = [];
			let next: Piece | null = null;
			for (const id of found) {
				const at = this.#sectionAt(id) ?? pieceAt(fresh, id);
				if (at === undefined) isHere = false;
				else if (typeof at === 'string') sections.push(at);
				else if (typeof at.section === 'string') sections.push(at.section);
				else if (at.section === null) throw new Error('something that stands beside itself');
				else next = at;
			}
			if (next === null) current.section = common(sections);
			else path.push(next);
		}
		return isHere;
	}

	#sectionAt({ client, clock }: Y.ID): string | undefined {
		const stretches = this.#stretches.get(client);
		if (stretches === undefined || clock >= this.reach(client)) return undefined;
		return stretches[indexAt(stretches, clock)]?.section;
	}

	*#sectionsOf({ client, from, to }: Range): Iterable<string> {
		const stretches = this.#stretches.get(client);
		if (stretches === undefined) return;
		for (let i = indexAt(stretches, from); i < stretches.length; i++) {
			const stretch = stretches[i] as Stretch;
			yield stretch.section;
			if (stretch.to >= to) return;
		}
	}

	#name(section: string): string {
		const known = this.#names.get(section);
		if (known !== undefined) return known;
		this.#names.set(section, section);
		return section;
	}
}

/**
 * What says where a struct is: the name of a section, or its neighbours, or what it stands in.
 * Throws when it points at itself or at what the same client wrote later.
 */
function referencesOf({ struct, offset }: Piece): string | Y.ID[] {
	if (!(struct instanceof Y.Item)) return NOWHERE;
	const { id, rightOrigin } = struct;
	// The rest of something stands after its own beginning.
	const origin = offset > 0 ? new Y.ID(id.client, id.clock + offset - 1) : struct.origin;
	const parent = struct.parent as unknown;
	const ids = [origin, rightOrigin].filter((neighbour) => neighbour !== null);
	if (ids.length === 0) {
		if (typeof parent === 'string') {
			if (parent === NOWHERE) throw new Error('a section without a name');
			return parent;
		}
		if (!(parent instanceof Y.ID)) throw new Error('something without a place');
		ids.push(parent);
	}
	for (const { client, clock } of ids) {
		if (client === id.client && clock >= id.clock + offset)
			throw new Error('something that stands beside itself');
	}
	return ids;
}

/** Neighbours stand in one section. Beside what is gone nothing will be seen. */
function common(sections: readonly string[]): string {
	if (sections.length === 0 || sections.includes(NOWHERE)) return NOWHERE;
	const [first = NOWHERE, ...others] = sections;
	if (others.some((other) => other !== first)) throw new Error('something in two sections at once');
	return first;
}

function endOf(piece: Piece | undefined): number | undefined {
	return piece === undefined ? undefined : clockEnd(piece.struct);
}

const clockEnd = (struct: Struct) => struct.id.clock + struct.length;

function pieceAt(fresh: ReadonlyMap<number, readonly Piece[]>, { client, clock }: Y.ID): Piece | undefined {
	const pieces = fresh.get(client);
	if (pieces === undefined) return undefined;
	let low = 0;
	let high = pieces.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (clockEnd((pieces[middle] as Piece).struct) > clock) high = middle;
		else low = middle + 1;
	}
	return pieces[low];
}

/** The stretch that a clock is in; stretches are sorted, so that they can be halved down to. */
function indexAt(stretches: readonly Stretch[], clock: number): number {
	let low = 0;
	let high = stretches.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((stretches[middle] as Stretch).to > clock) high = middle;
		else low = middle + 1;
	}
	return low;
}
