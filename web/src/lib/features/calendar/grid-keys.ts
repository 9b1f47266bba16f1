import { addDays, addMonths, mondayOf, sundayOf } from './days.ts';

/** Where a key goes in a grid of days (ARIA Authoring Practices); null when it goes nowhere. */
export function dayAfterKey(day: string, key: string, shift: boolean): string | null {
	switch (key) {
		case 'ArrowLeft':
			return addDays(day, -1);
		case 'ArrowRight':
			return addDays(day, 1);
		case 'ArrowUp':
			return addDays(day, -7);
		case 'ArrowDown':
			return addDays(day, 7);
		case 'Home':
			return mondayOf(day);
		case 'End':
			return sundayOf(day);
		case 'PageUp':
			return addMonths(day, shift ? -12 : -1);
		case 'PageDown':
			return addMonths(day, shift ? 12 : 1);
		default:
			return null;
	}
}
