/**
 * Words of one's own note that the server has not confirmed, sealed on this device: they outlive a window
 * that closes without a network. Each window keeps its own, until they are saved or their author is done
 * with them; signing out destroys them, after a warning.
 */
import { readNote, type SessionNote, writeNote } from '@entrepairs/contract/notes';
import { call, type Failure } from '#lib/api/call.ts';
import { type KeptRecord, openKeptChanges } from '#lib/features/cases/kept-changes.ts';

/** Words that were not saved, and which the note does not go on with by itself. */
export interface OfferedNote {
	readonly text: string;
	readonly record: KeptRecord;
}

export interface KeptNote {
	/** The latest counts. True once it is on the device. */
	keep(text: string, basedOn: string | null): Promise<boolean>;
	/** What this window kept is saved. */
	saved(): Promise<void>;
	forget(one: OfferedNote): Promise<void>;
	/**
	 * The note as it is on the server. Where nobody changed it since words were kept, it goes on with them;
	 * what cannot be joined so is offered.
	 */
	resume(): Promise<
		{ readonly note: SessionNote; readonly offered: readonly OfferedNote[] } | { readonly problem: Failure }
	>;
}

interface Content {
	readonly text: string;
	/** The `updatedAt` of the note that they were written over. */
	readonly basedOn: string | null;
}

export async function openKeptNote(accountId: string, sessionId: string): Promise<KeptNote> {
	const store = await openKeptChanges(accountId, `note:${sessionId}`);
	const params = { sessionId };
	let working: Promise<unknown> = Promise.resolve();
	/** One after the other: sealing takes longer for some words than for others. */
	function inTurn<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
		const done = working.then(work).catch(() => otherwise);
		working = done;
		return done;
	}

	async function offers(text: string): Promise<(OfferedNote & Content)[]> {
		const found: (OfferedNote & Content)[] = [];
		for (const record of (await store?.read()) ?? []) {
			const content = contentOf(record);
			if (content === null || content.text === text) await store?.forget([record]);
			else found.push({ ...content, record });
		}
		return found;
	}

	return {
		keep: (text, basedOn) =>
			inTurn(async () => {
				const bytes = new TextEncoder().encode(JSON.stringify({ text, basedOn } satisfies Content));
				return ((await store?.write(bytes, null)) ?? null) !== null;
			}, false),
		saved: () => inTurn(async () => store?.forgetOwn(), undefined),
		forget: ({ record }) => inTurn(async () => store?.forget([record]), undefined),

		async resume() {
			const read = await call(readNote, { params });
			if (!read.ok) return { problem: read.problem };
			const offered = await inTurn(() => offers(read.value.text), []);
			const [first] = offered;
			if (first === undefined || offered.length > 1 || first.basedOn !== read.value.updatedAt) {
				return { note: read.value, offered };
			}
			const body = { text: first.text, basedOn: first.basedOn };
			const written = await call(writeNote, { params, body });
			if (!written.ok) return { note: read.value, offered };
			await inTurn(async () => store?.forget([first.record]), undefined);
			return { note: written.value, offered: [] };
		},
	};
}

/** Null for what can no longer be read. */
function contentOf({ update }: KeptRecord): Content | null {
	if (update === null) return null;
	try {
		return JSON.parse(new TextDecoder().decode(update)) as Content;
	} catch {
		return null;
	}
}
