/**
 * Shows what was gathered: writes it into the situation as the whole group, then destroys it.
 *
 *     gathered ──the room says so, in its transaction──▶ to be shown ──written into the document──▶ destroyed
 *
 * Whoever dies between the last two is followed by the next who looks: the text is written as a Yjs client
 * that was chosen beforehand, and where that one has written already nothing is added.
 */
import type { CollabHost } from '../../collab/host.ts';
import { theGroup } from '../../collab/store.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Keyring } from '../../platform/crypto.ts';
import type { Db, Trx } from '../../platform/database.ts';
import type { PeriodicJob } from '../../platform/jobs.ts';
import type { Log } from '../../platform/log.ts';
import type { RoomChange } from '../room/acting.ts';
import { revealingUpdate } from './revealed-text.ts';
import { claim, destroyGathering, type Gathering, markRevealed, toBeShown, unclaim } from './store.ts';

export interface RevealingDeps {
	readonly db: Db;
	readonly clock: Clock;
	readonly keyring: Keyring;
	readonly log: Log;
	readonly collab: Pick<CollabHost, 'write'>;
	/** The sections of a case; null where there is none. Asks no rights. */
	sectionsOf(caseId: string): Promise<readonly string[] | null>;
}

/** The stages whose gathering a change of the room shows; a stage that nobody can come back to hides nothing. */
function shownBy({ before, after }: RoomChange): readonly string[] | 'all' {
	const isLive = (held: RoomChange['after']) => held.room.phase === 'lobby' || held.room.phase === 'stages';
	if (isLive(before) && !isLive(after)) return 'all';
	const { revealed } = after.room;
	return revealed === before.room.revealed ? [] : revealed;
}

/** Who claimed a gathering and has not written it for so long has died. */
const CLAIM_MS = 30_000;

export function createRevealing(deps: RevealingDeps) {
	const { db, clock, keyring, log, collab } = deps;

	async function show(id: string): Promise<void> {
		const now = clock.now();
		const gathering = await claim(db, keyring, id, { now, before: new Date(now.getTime() - CLAIM_MS) });
		if (gathering === null) return;
		const isShown = await write(gathering).catch((error) => {
			log.warn({ err: error }, 'what was gathered could not be shown');
			return false;
		});
		await (isShown ? destroyGathering(db, id) : unclaim(db, id));
	}

	async function write({ caseId, section: wanted, items, yjsClient }: Gathering): Promise<boolean> {
		const sections = caseId === null ? null : await deps.sectionsOf(caseId);
		// A template without that section: what comes last in it.
		const section = sections?.includes(wanted) ? wanted : sections?.at(-1);
		if (caseId === null || section === undefined || items.length === 0) return true;
		const texts = items.map(({ text }) => text);
		const outcome = await collab.write(caseId, { accountId: theGroup, sections: [section] }, (state) =>
			revealingUpdate(state, section, texts, yjsClient),
		);
		return outcome === 'saved' || outcome === 'gone';
	}

	/** All that wait, one after the other; one that cannot be shown now is shown by the next look. */
	async function showAll(): Promise<void> {
		const before = new Date(clock.now().getTime() - CLAIM_MS);
		for (const id of await toBeShown(db, before)) await show(id);
	}

	return {
		/** In the transaction in which a room changes: from then on nothing is added. */
		async follow(trx: Trx, change: RoomChange): Promise<void> {
			const stages = shownBy(change);
			if (stages.length > 0) await markRevealed(trx, change.after.id, stages, change.before.room.caseId);
		},

		/** Once a change is committed. */
		async afterwards(change: RoomChange): Promise<void> {
			if (shownBy(change).length === 0) return;
			await showAll().catch((error) => log.warn({ err: error }, 'what was gathered could not be shown'));
		},

		/** For what a process left that died meanwhile. */
		job: {
			name: 'contributions',
			cron: '* * * * *',
			run: () => showAll().then(() => null),
		} satisfies PeriodicJob,
	};
}
