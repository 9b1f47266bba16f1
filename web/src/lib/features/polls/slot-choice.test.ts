import { expect, test } from 'vitest';
import { addDays, addMonths, todayIn, weekdayOf, weeksOfMonth } from './days.ts';
import {
	addSlot,
	addTime,
	removeSlot,
	removeTime,
	type SlotChoice,
	slotsOf,
	toggleDay,
} from './slot-choice.ts';

const words = (choice: SlotChoice) => slotsOf(choice).map(({ day, time }) => `${day} ${time}`);
const begun: SlotChoice = { times: ['18:30'], days: {} };

test('times go to all days, single ones stay where they were put', () => {
	let choice = toggleDay(toggleDay(begun, '2026-12-03'), '2026-12-01');
	expect(words(choice)).toEqual(['2026-12-01 18:30', '2026-12-03 18:30']);
	choice = addSlot(addTime(choice, '09:00'), { day: '2026-12-03', time: '12:00' });
	expect(words(choice)).toEqual([
		'2026-12-01 09:00',
		'2026-12-01 18:30',
		'2026-12-03 09:00',
		'2026-12-03 12:00',
		'2026-12-03 18:30',
	]);
	choice = removeSlot(removeTime(choice, '18:30'), { day: '2026-12-01', time: '09:00' });
	expect(words(choice)).toEqual(['2026-12-03 09:00', '2026-12-03 12:00']);
	expect(words(toggleDay(choice, '2026-12-03'))).toEqual([]);
	expect(words(addTime(addTime(choice, '09:00'), '09:00'))).toEqual(words(choice));
});

test('days of a calendar', () => {
	expect(weekdayOf('2026-11-24')).toBe(1);
	expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
	expect(addMonths('2027-01-31', 1)).toBe('2027-02-28');
	expect(addMonths('2026-12-15', -1)).toBe('2026-11-15');
	const weeks = weeksOfMonth('2026-11-24');
	expect(weeks).toHaveLength(6);
	expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-11-01']);
	expect(weeksOfMonth('2027-02-10').flat().filter(Boolean)).toHaveLength(28);
	const lateInParis = new Date('2026-11-24T23:30:00Z');
	expect([todayIn('Europe/Paris', lateInParis), todayIn('America/Cayenne', lateInParis)]).toEqual([
		'2026-11-25',
		'2026-11-24',
	]);
});
