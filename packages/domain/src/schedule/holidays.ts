/**
 * Public holidays of France: the eleven days of the Labour Code (L3133-1), and those of Alsace and
 * Moselle and of the overseas departments (L3134-13, L3422-2).
 */

export const territories = [
	'metropolitan',
	'alsace-moselle',
	'guadeloupe',
	'martinique',
	'guyane',
	'reunion',
	'mayotte',
] as const;
export type Territory = (typeof territories)[number];

export type HolidayName =
	| 'new-year'
	| 'good-friday'
	| 'easter-monday'
	| 'labour-day'
	| 'victory'
	| 'ascension'
	| 'whit-monday'
	| 'abolition'
	| 'national-day'
	| 'schoelcher'
	| 'assumption'
	| 'all-saints'
	| 'armistice'
	| 'christmas'
	| 'second-day-of-christmas';

export interface Holiday {
	readonly day: string;
	readonly name: HolidayName;
}

/** Month and day on which each overseas department remembers the abolition of slavery. */
const abolition: Partial<Record<Territory, string>> = {
	mayotte: '04-27',
	martinique: '05-22',
	guadeloupe: '05-27',
	guyane: '06-10',
	reunion: '12-20',
};

/** The public holidays of a year, in order. Two may fall on one day. */
export function holidays(year: number, territory: Territory): Holiday[] {
	const easter = easterSunday(year);
	const after = (days: number) => easter.add({ days }).toString();
	const on = (monthDay: string) => `${year}-${monthDay}`;
	const all: Holiday[] = [
		{ day: on('01-01'), name: 'new-year' },
		{ day: after(1), name: 'easter-monday' },
		{ day: on('05-01'), name: 'labour-day' },
		{ day: on('05-08'), name: 'victory' },
		{ day: after(39), name: 'ascension' },
		{ day: after(50), name: 'whit-monday' },
		{ day: on('07-14'), name: 'national-day' },
		{ day: on('08-15'), name: 'assumption' },
		{ day: on('11-01'), name: 'all-saints' },
		{ day: on('11-11'), name: 'armistice' },
		{ day: on('12-25'), name: 'christmas' },
	];
	const day = abolition[territory];
	if (day !== undefined) all.push({ day: on(day), name: 'abolition' });
	if (territory === 'alsace-moselle') {
		all.push({ day: after(-2), name: 'good-friday' }, { day: on('12-26'), name: 'second-day-of-christmas' });
	}
	if (territory === 'guadeloupe' || territory === 'martinique') {
		// By custom and local order, not by the law that names the others.
		all.push({ day: after(-2), name: 'good-friday' }, { day: on('07-21'), name: 'schoelcher' });
	}
	return all.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** The territory that a zone speaks for; null outside of France. Nobody's zone says Alsace. */
export function territoryOf(timeZone: string): Territory | null {
	switch (timeZone) {
		case 'Europe/Paris':
			return 'metropolitan';
		case 'America/Guadeloupe':
			return 'guadeloupe';
		case 'America/Martinique':
			return 'martinique';
		case 'America/Cayenne':
			return 'guyane';
		case 'Indian/Reunion':
			return 'reunion';
		case 'Indian/Mayotte':
			return 'mayotte';
		default:
			return null;
	}
}

/** Easter Sunday of the Gregorian calendar, by Butcher's computation (1876). */
export function easterSunday(year: number): Temporal.PlainDate {
	const century = Math.floor(year / 100);
	const golden = year % 19;
	const moon =
		(19 * golden +
			century -
			Math.floor(century / 4) -
			Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) +
			15) %
		30;
	const weekday = (32 + 2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - moon - (year % 4)) % 7;
	const correction = Math.floor((golden + 11 * moon + 22 * weekday) / 451);
	const sum = moon + weekday - 7 * correction + 114;
	return Temporal.PlainDate.from({ year, month: Math.floor(sum / 31), day: (sum % 31) + 1 });
}
