import { describe, expect, test } from 'vitest';
import { createFormats } from './formats.ts';
import { preferredLanguage } from './language.ts';

const NARROW = '\u202f';

describe('dates and hours', () => {
	const fr = createFormats('fr', 'Europe/Paris');
	const en = createFormats('en', 'Europe/Paris');

	test('as each language writes them', () => {
		expect(fr.time('2026-11-24T17:30:00Z')).toBe(`18${NARROW}h${NARROW}30`);
		expect(fr.time('2026-11-24T19:00:00Z')).toBe(`20${NARROW}h`);
		expect(en.time('2026-11-24T17:30:00Z')).toBe(`6:30${NARROW}pm`);
		expect(en.time('2026-11-23T23:05:00Z')).toBe(`12:05${NARROW}am`);
		expect(fr.day('2031-12-01T17:30:00Z')).toBe('lundi 1er décembre 2031');
		expect(en.day('2031-12-01T17:30:00Z')).toMatch(/^Monday,? 1 December 2031$/);
		expect(fr.label('Motif')).toBe('Motif\u00a0:');
		expect([fr.quote('A'), en.quote('A')]).toEqual(['«\u00a0A\u00a0»', '“A”']);
	});

	test('in the zone of the reader, across midnight', () => {
		const reunion = createFormats('fr', 'Indian/Reunion');
		expect(reunion.time('2026-11-24T21:30:00Z')).toBe(`1${NARROW}h${NARROW}30`);
		expect(reunion.day('2031-11-24T21:30:00Z')).toBe('mardi 25 novembre 2031');
		expect(reunion.time('2026-11-24T17:30:00Z', 'Europe/Paris')).toBe(`18${NARROW}h${NARROW}30`);
	});
});

test('the language of a stranger: French unless English comes first', () => {
	expect(preferredLanguage(null)).toBe('fr');
	expect(preferredLanguage('de-DE,en;q=0.8')).toBe('en');
	expect(preferredLanguage('fr-CA,en;q=0.8')).toBe('fr');
	expect(preferredLanguage('xx')).toBe('fr');
});
