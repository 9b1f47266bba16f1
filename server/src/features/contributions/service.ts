/**
 * What a stage gathers, to be shown together, from nobody in particular.
 *
 *     on its author's device ──beat──▶ gathered ──reveal──▶ a list in the situation, by the group
 *              ▲                        │  ▲
 *              └── refused by the gate  │  └─ changed, taken back: with a token of that device
 *
 * All windows send at each beat, whether they hold something or not; what came in a beat is judged, mixed
 * and written together, and answered at once. This process knows for a moment which window said what, as it
 * must: it writes that down nowhere, and counts, logs and times nothing by it (decision 0025).
 */
import { createHash, randomInt } from 'node:crypto';
import { afterBeat, type Change } from '@entrepairs/domain/contributions/gathering';
import { stageUnderWay } from '@entrepairs/domain/room/plan';
import { isGathering, mayContribute } from '@entrepairs/domain/room/rights';
import type { Room } from '@entrepairs/domain/room/state';
import type { Clock } from '../../platform/clock.ts';
import type { Keyring } from '../../platform/crypto.ts';
import type { Db, Trx } from '../../platform/database.ts';
import { conflict, notAllowed, Refusal } from '../../platform/refusal.ts';
import type { Detector } from '../cases/detector.ts';
import { whyNotShared } from '../cases/gate.ts';
import { placeOf } from '../cases/place.ts';
import type { RoomsService } from '../room/service.ts';
import { createBeats, type Heard } from './beats.ts';
import { holdGathering, writeGathering } from './store.ts';

export interface ContributionsService {
	/** What a window says at a beat: answered when the beat is over. Null where nothing is wrong. */
	take(roomId: string, stage: string, heard: Heard): Promise<Refusal | null>;
	close(): void;
}

export function createContributions(deps: {
	readonly db: Db;
	readonly clock: Clock;
	readonly keyring: Keyring;
	readonly detector: Pick<Detector, 'kindsIn'>;
	readonly rooms: Pick<RoomsService, 'hold'>;
	readonly beatMs: number;
}): ContributionsService {
	const { db, clock, keyring, detector, rooms, beatMs } = deps;
	const beats = createBeats({ clock, beatMs, over });

	/** Looked at before anything is held: nothing to say, a change, or why not. */
	async function read({ says }: Heard): Promise<Change | Refusal | null> {
		if (says === null) return null;
		const name = createHash('sha256').update(says.token).digest('base64url');
		if (says.do === 'withdraw') return { do: 'withdraw', name };
		const text = says.text.trim().toWellFormed();
		return (await whyNotShared(detector, text, says.review)) ?? { do: 'put', name, text };
	}

	/** Those who may write in the situation of the room, by the policy. */
	async function writers(trx: Trx, room: Room, all: readonly Heard[]): Promise<ReadonlySet<string>> {
		const { caseId } = room;
		const may = new Set<string>();
		if (caseId === null) return may;
		for (const accountId of new Set(all.map((heard) => heard.accountId))) {
			const place = await placeOf({ db: trx, clock }, accountId, caseId);
			if (place?.may('case.write') && mayContribute(room, accountId)) may.add(accountId);
		}
		return may;
	}

	/** The outcomes, in the same order: the same is done for each window, whether it said something or not. */
	async function over(roomId: string, stage: string, all: readonly Heard[]) {
		const looked = await Promise.all(all.map(read));
		return db.transaction().execute(async (trx) => {
			const held = await rooms.hold(trx, roomId);
			const isHere = held !== null && held.room.plan[held.room.at]?.key === stage;
			const section = isHere && isGathering(held.room) ? stageUnderWay(held.room)?.gathers : null;
			if (!isHere || !section) return all.map(() => conflict('contributions-revealed'));
			const may = await writers(trx, held.room, all);
			const answers = looked.map((one, index) => (may.has(all[index]?.accountId ?? '') ? one : notAllowed));
			const changes = answers.filter((one): one is Change => one !== null && !(one instanceof Refusal));
			const gathering = await holdGathering(trx, keyring, { roomId, stage, section });
			const { items, full } = afterBeat(gathering.items, changes, randomInt);
			await writeGathering(trx, keyring, gathering, items);
			return answers.map((one) => {
				if (one === null || one instanceof Refusal) return one;
				return full.has(one.name) ? conflict('contributions-full') : null;
			});
		});
	}

	return {
		take: beats.take,
		close: beats.close,
	};
}
