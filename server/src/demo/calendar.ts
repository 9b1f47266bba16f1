/** What makes the demonstration's group look lived in: answers, a pitch, a poll, a session moved and one cancelled. */
import { pitchContext } from '../features/agenda/view.ts';
import { type Keyring, seal } from '../platform/crypto.ts';
import type { Trx } from '../platform/database.ts';
import { newId } from '../platform/ids.ts';
import { changes, pitch, poll } from './story.ts';

interface Place {
	readonly trx: Trx;
	readonly keyring: Keyring;
	readonly groupId: string;
	readonly seriesId: string;
	/** The day of the next session. */
	readonly next: Temporal.PlainDate;
	readonly timeZone: string;
	readonly now: Date;
}

/** Answers to the next session: one comes, one perhaps; the others have not said. */
export async function addAnswers(
	{ trx, seriesId, next, now }: Place,
	answers: readonly { readonly accountId: string; readonly answer: 'yes' | 'maybe' }[],
): Promise<void> {
	await trx
		.insertInto('session_answers')
		.values(
			answers.map(({ accountId, answer }) => ({
				id: newId(),
				series_id: seriesId,
				day: next.toString(),
				account_id: accountId,
				answer,
				sealed_words: null,
				wrapped_key: null,
				answered_at: now,
			})),
		)
		.execute();
}

/** One session to come is moved to the day after, another one cancelled; both say why. */
export async function addChanges({ trx, seriesId, next, now }: Place, by: string): Promise<void> {
	const moved = next.add({ weeks: 2 });
	const row = { series_id: seriesId, revision: 0, changed_by: by, changed_at: now };
	const notMoved = { moved_date: null, moved_time: null, moved_minutes: null };
	const nowhere = { moved_place: null, moved_link: null };
	await trx
		.insertInto('session_changes')
		.values([
			{
				...row,
				...nowhere,
				day: moved.toString(),
				state: 'planned',
				moved_date: moved.add({ days: 1 }).toString(),
				moved_time: '18:30',
				moved_minutes: 90,
				reason: changes.moved,
			},
			{
				...row,
				...nowhere,
				...notMoved,
				day: next.add({ weeks: 3 }).toString(),
				state: 'cancelled',
				reason: changes.cancelled,
			},
		])
		.execute();
}

/** What somebody would bring, sealed as any. */
export async function addPitch({ trx, keyring, groupId, now }: Place, accountId: string): Promise<void> {
	const id = newId();
	const { key, wrapped } = keyring.newDataKey();
	await trx
		.insertInto('pitches')
		.values({
			id,
			group_id: groupId,
			account_id: accountId,
			sealed: seal(key, Buffer.from(pitch), pitchContext(id)),
			wrapped_key: wrapped,
			urgency: 'soon',
			state: 'waiting',
			brought_at: now,
			review: JSON.stringify({ language: 'fr', replaced: [], kept: [], reread: true }),
			chosen_series_id: null,
			chosen_day: null,
		})
		.execute();
}

/** A poll that takes answers for a week, with one answer of who opened it. */
export async function addPoll({ trx, groupId, next, timeZone, now }: Place, by: string): Promise<void> {
	const id = newId();
	await trx
		.insertInto('polls')
		.values({
			id,
			group_id: groupId,
			title: poll.title,
			purpose: 'session',
			duration_minutes: 120,
			time_zone: timeZone,
			shows_at_once: true,
			deadline: new Date(now.getTime() + 7 * 24 * 3_600_000),
			opened_by: by,
			opened_at: now,
			asked_at: now,
			reminded_at: null,
			closed_at: null,
			closed_by: null,
			session_id: null,
		})
		.execute();
	const slots = poll.slots.map(({ days, time }) => ({
		id: newId(),
		poll_id: id,
		day: next.add({ days }).toString(),
		time,
	}));
	await trx.insertInto('poll_slots').values(slots).execute();
	await trx
		.insertInto('poll_votes')
		.values(
			slots.map(({ id: slotId }, index) => ({
				slot_id: slotId,
				account_id: by,
				vote: index === 1 ? ('yes' as const) : ('if-need-be' as const),
				at: now,
			})),
		)
		.execute();
}
