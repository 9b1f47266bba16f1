/** What of a poll's days and times can be accepted, and what a session is made from. */
import type { NewPoll } from '@entrepairs/contract/polls';
import type { NewSeries } from '@entrepairs/contract/sessions';
import { firstDay, isInReferenceWeek, slotStart } from '@entrepairs/domain/poll/slots';
import { invalid, type Refusal } from '../../platform/refusal.ts';
import type { PollRow, SlotRow } from './store.ts';

const DAY_MS = 86_400_000;
/** A slot can be as far away as a session can be planned. */
const FURTHEST_SLOT_MS = 2 * 365 * DAY_MS;
const FURTHEST_DEADLINE_MS = 365 * DAY_MS;

/** The instant of a deadline, to come and within a year. */
export function judgeDeadline(
	{ day, time }: NewPoll['deadline'],
	timeZone: string,
	now: Date,
): Date | Refusal {
	const deadline = slotStart(day, time, timeZone);
	if (deadline <= now) return invalid('deadline.day', 'in-the-past');
	if (deadline.getTime() > now.getTime() + FURTHEST_DEADLINE_MS) return invalid('deadline.day', 'too-large');
	return deadline;
}

/** The first thing that is wrong with the slots of a new poll, or null. */
export function judgeSlots({ purpose, slots }: NewPoll, timeZone: string, now: Date): Refusal | null {
	const seen = new Set<string>();
	for (const [index, slot] of slots.entries()) {
		const field = `slots.${index}.day`;
		const key = `${slot.day} ${slot.time}`;
		if (seen.has(key)) return invalid(field, 'given-twice');
		seen.add(key);
		if (purpose === 'weekly') {
			if (!isInReferenceWeek(slot.day)) return invalid(field, 'not-offered');
			continue;
		}
		const starts = slotStart(slot.day, slot.time, timeZone);
		if (starts <= now) return invalid(field, 'in-the-past');
		if (starts.getTime() > now.getTime() + FURTHEST_SLOT_MS) return invalid(field, 'too-large');
	}
	return null;
}

/** What the session of a slot, or the weekly rhythm, is made from. */
export function planFrom(
	poll: Pick<PollRow, 'purpose' | 'durationMinutes' | 'timeZone'>,
	slot: Pick<SlotRow, 'day' | 'time'>,
	now: Date,
): NewSeries | Refusal {
	const { purpose, durationMinutes, timeZone } = poll;
	const startsOn = firstDay(purpose, slot, timeZone, now);
	if (slotStart(startsOn, slot.time, timeZone) <= now) return invalid('slotId', 'in-the-past');
	const held = { startsOn, time: slot.time, durationMinutes, timeZone };
	return purpose === 'session' ? { ...held, recurrence: null } : held;
}
