/**
 * A session over days tells people what they would see if they sat together: that a stage has opened, that
 * it ends soon and they have not come yet, and, to who holds the frame, that it could be closed. Nothing of
 * what is said in it. A stage closes when somebody closes it, never by itself.
 */
import { reminderAt } from '@entrepairs/domain/room/deadline';
import { whereIs } from '@entrepairs/domain/room/plan';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Trx } from '../../platform/database.ts';
import type { PeriodicJob } from '../../platform/jobs.ts';
import { tell } from '../notifications/notices.ts';
import type { RoomChange } from './acting.ts';
import type { RoomsService } from './service.ts';
import { cameSince, holdStage, mark, type Nearing, nearing, peopleToTell } from './store-deadlines.ts';

/** Everybody but who did it is told that a stage has opened, or the closing. */
export async function tellOfStage(trx: Trx, { before, after, by, at }: RoomChange): Promise<void> {
	const { room, groupId, sessionId } = after;
	const isOpened = room.phase === 'stages' || room.phase === 'closing';
	if (room.mode !== 'over-days' || !isOpened || whereIs(room) === whereIs(before.room)) return;
	const people = await peopleToTell(trx, { groupId, caseId: room.caseId }, at);
	const others = people.filter(({ accountId }) => accountId !== by);
	const about = { kind: 'room-stage-opened', groupId, sessionId } as const;
	await tell(
		trx,
		others.map(({ accountId }) => ({ ...about, to: accountId })),
		at,
	);
}

export function roomDeadlinesJob(deps: {
	readonly db: Db;
	readonly clock: Clock;
	readonly rooms: Pick<RoomsService, 'read'>;
}): PeriodicJob {
	const { db, clock, rooms } = deps;

	async function look({ roomId, moment }: Nearing, now: Date): Promise<void> {
		// Read before: on the embedded database nobody reads while somebody else is in a transaction.
		const held = await rooms.read(roomId);
		if (held === null) return;
		const { groupId, sessionId, room } = held;
		await db.transaction().execute(async (trx) => {
			const stage = await holdStage(trx, roomId);
			// Somebody was quicker; the next run sees what is so then.
			if (stage === null || stage.version !== held.version) return;
			const { deadline, beganAt } = stage;
			if (moment === 'due' && now.getTime() < reminderAt(beganAt.getTime(), deadline.getTime())) return;
			const people = await peopleToTell(trx, stage, now);
			const came = moment === 'due' ? await cameSince(trx, roomId, beganAt) : new Set<string>();
			const isHolder = people.some(({ accountId }) => accountId === room.frame.heldBy);
			const concerned = people.filter(({ accountId, role }) => {
				if (moment === 'due') return !came.has(accountId);
				return isHolder ? accountId === room.frame.heldBy : role === 'facilitator';
			});
			const told = await mark(
				trx,
				{ sessionId, deadline, moment },
				concerned.map(({ accountId }) => accountId),
			);
			const about = { kind: `room-stage-${moment}`, groupId, sessionId } as const;
			await tell(
				trx,
				told.map((to) => ({ ...about, to })),
				now,
			);
		});
	}

	return {
		name: 'room-deadlines',
		cron: '*/5 * * * *',
		async run(signal) {
			const now = clock.now();
			for (const one of await nearing(db, now)) {
				if (signal.aborted) break;
				await look(one, now);
			}
			return null;
		},
	};
}
