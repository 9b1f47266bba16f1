import { expect, test } from 'vitest';
import { meetingLink } from './link.ts';

test.each([
	['https://visio.example.org/salle', 'https://visio.example.org/salle'],
	['  HTTPS://Visio.Example.org  ', 'https://visio.example.org/'],
	['https://visio.example.org:8443/a?b=c#d', 'https://visio.example.org:8443/a?b=c#d'],
	['http://visio.example.org', null],
	['javascript:alert(1)', null],
	['https:visio.example.org', null],
	['https://samir@visio.example.org', null],
	['https://samir:secret@visio.example.org', null],
	['https://localhost/salle', null],
	['https://visio.example.org/une salle', null],
	['https://visio.example.org\\@evil.example', null],
	['https://', null],
	['visio.example.org', null],
	[`https://visio.example.org/${'a'.repeat(500)}`, null],
])('%s', (given, stored) => {
	expect(meetingLink(given)).toBe(stored);
});
