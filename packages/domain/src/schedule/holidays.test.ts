import { expect, test } from 'vitest';
import { easterSunday, holidays, territories, territoryOf } from './holidays.ts';

test.each([
	[1999, '1999-04-04'],
	[2008, '2008-03-23'],
	[2011, '2011-04-24'],
	[2025, '2025-04-20'],
	[2026, '2026-04-05'],
	[2027, '2027-03-28'],
	[2038, '2038-04-25'],
	[2100, '2100-03-28'],
])('Easter of %i is on %s', (year, day) => {
	expect(easterSunday(year).toString()).toBe(day);
	expect(easterSunday(year).dayOfWeek).toBe(7);
});

test('eleven days in metropolitan France, more in Alsace and overseas', () => {
	expect(holidays(2026, 'metropolitan').map(({ day }) => day)).toEqual([
		'2026-01-01',
		'2026-04-06',
		'2026-05-01',
		'2026-05-08',
		'2026-05-14',
		'2026-05-25',
		'2026-07-14',
		'2026-08-15',
		'2026-11-01',
		'2026-11-11',
		'2026-12-25',
	]);
	const own = (territory: (typeof territories)[number]) => {
		const common = new Set(holidays(2026, 'metropolitan').map(({ day }) => day));
		return holidays(2026, territory)
			.map(({ day }) => day.slice(5))
			.filter((day) => !common.has(`2026-${day}`));
	};
	expect(territories.map((territory) => [territory, own(territory)])).toEqual([
		['metropolitan', []],
		['alsace-moselle', ['04-03', '12-26']],
		['guadeloupe', ['04-03', '05-27', '07-21']],
		['martinique', ['04-03', '05-22', '07-21']],
		['guyane', ['06-10']],
		['reunion', ['12-20']],
		['mayotte', ['04-27']],
	]);
	expect([territoryOf('Indian/Reunion'), territoryOf('America/Montreal')]).toEqual(['reunion', null]);
});
