/** Invitations as mail programs take them (RFC 5546), read by another library. */
import type { Phase, SessionChange } from '@entrepairs/domain/schedule/series';
import type { GroupSeries } from '@entrepairs/server/features/calendar/events';
import { invitationFor, type Occasion } from '@entrepairs/server/features/calendar/invitations';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { readInvitation, readSessions, wrongBytes } from '../support/calendar-reader.ts';

const weekly: Phase = {
	id: '0b7c5f6e-0000-4000-8000-000000000001',
	startsOn: '2026-10-06',
	lastOn: null,
	recurrence: 'FREQ=WEEKLY;BYDAY=TU',
	time: '18:30',
	durationMinutes: 90,
	timeZone: 'Europe/Paris',
	place: 'Maison des associations, salle 2 ; 1er étage',
	link: null,
	revision: 3,
};
const later: Phase = {
	...weekly,
	id: '0b7c5f6e-0000-4000-8000-000000000002',
	startsOn: '2026-12-08',
	recurrence: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU',
	time: '20:00',
	revision: 0,
};
const once: Phase = { ...weekly, recurrence: null };
const change = (day: string, own: Partial<SessionChange>): SessionChange => ({
	day,
	state: 'planned',
	moved: null,
	reason: null,
	revision: 1,
	...own,
});
const series = (own: Partial<GroupSeries> = {}): GroupSeries => ({
	id: '0b7c5f6e-0000-4000-8000-00000000000a',
	group: { id: '0b7c5f6e-0000-4000-8000-00000000000b', name: 'Pairs, "le mardi"' },
	phases: [weekly],
	changes: [],
	...own,
});
const occasion = (own: Partial<Occasion>): Occasion => ({
	kind: 'session-planned',
	series: series(),
	told: [],
	person: { email: 'awa+pro@example.org', language: 'fr', neutral: false },
	site: { publicUrl: 'https://entrepairs.example', address: 'bonjour@entrepairs.example' },
	now: new Date('2026-10-07T08:00:00Z'),
	...own,
});

function said(content: string) {
	expect(wrongBytes(content)).toEqual([]);
	return readInvitation(content);
}

/** One message about one event, as most are. */
function only(own: Partial<Occasion>) {
	const [message, ...rest] = invitationFor(occasion(own));
	expect(rest).toEqual([]);
	const { method, events } = said(message?.content ?? '');
	expect(method).toBe(message?.method);
	return { ...message, method, events, event: events[0] };
}

describe('an invitation', () => {
	test('to a series is of the group, to one person, who answers on the site', () => {
		const { method, event, sequence, content, to } = only({});
		expect([method, sequence, to]).toEqual(['REQUEST', 3, 'awa+pro@example.org']);
		expect(event).toMatchObject({
			uid: `${weekly.id}@entrepairs`,
			sequence: '3',
			status: null,
			start: '2026-10-06T18:30:00',
			of: null,
			rule: 'FREQ=WEEKLY;BYDAY=TU',
			organizer: 'mailto:bonjour@entrepairs.example',
			attendees: ['mailto:awa+pro@example.org'],
			description: `https://entrepairs.example/groups/${series().group.id}`,
		});
		const lines = (content ?? '').replaceAll('\r\n ', '');
		expect(lines).toContain(`ORGANIZER;CN="Pairs, ^'le mardi^'":mailto:`);
		expect(lines).toContain('PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:awa+pro@example.org');
		expect(lines).toContain('LOCATION:Maison des associations\\, salle 2 \\; 1er étage');
		expect(lines).toContain('TZID:Europe/Paris');
	});

	test('holds what was moved over the change of the clocks, and leaves out what was cancelled', () => {
		const moved = { date: '2026-10-25', time: '10:00', durationMinutes: 60, place: null, link: null };
		const { content, events } = only({
			series: series({
				changes: [change('2026-10-20', { moved }), change('2026-11-03', { state: 'cancelled' })],
			}),
		});
		expect(events).toHaveLength(2);
		expect(events[0]?.without).toEqual(['2026-11-03T18:30:00']);
		expect(events[1]).toMatchObject({ of: '2026-10-20T18:30:00', start: '2026-10-25T10:00:00' });
		const found = readSessions(content ?? '', new Date('2026-10-10Z'), new Date('2026-11-15Z'));
		expect(found.map(({ startsAt, minutes }) => [startsAt, minutes])).toEqual([
			['2026-10-13T16:30:00.000Z', 90],
			['2026-10-25T09:00:00.000Z', 60],
			['2026-10-27T17:30:00.000Z', 90],
			['2026-11-10T17:30:00.000Z', 90],
		]);
	});

	test('to a session that was moved is about that one', () => {
		const moved = {
			date: '2026-10-22',
			time: '19:00',
			durationMinutes: 90,
			place: null,
			link: 'https://v.example/a',
		};
		const { method, event, events } = only({
			kind: 'session-moved',
			day: '2026-10-20',
			series: series({ phases: [{ ...weekly, revision: 4 }], changes: [change('2026-10-20', { moved })] }),
		});
		expect([method, events.length]).toEqual(['REQUEST', 1]);
		expect(event).toMatchObject({
			uid: `${weekly.id}@entrepairs`,
			sequence: '4',
			start: '2026-10-22T19:00:00',
			of: '2026-10-20T18:30:00',
			rule: null,
			description: `https://entrepairs.example/sessions/${series().id}.2026-10-20`,
		});
	});

	test('is taken back for a session that was cancelled, and given again when it is held after all', () => {
		const cancelled = { kind: 'session-cancelled', day: '2026-10-20' } as const;
		const { method, event } = only({
			...cancelled,
			series: series({ changes: [change('2026-10-20', { state: 'cancelled' })] }),
		});
		expect(method).toBe('CANCEL');
		expect(event).toMatchObject({ status: 'CANCELLED', of: '2026-10-20T18:30:00' });
		const again = only({ ...cancelled, series: series() });
		expect(again.method).toBe('REQUEST');
		expect(again.event).toMatchObject({ status: null, of: '2026-10-20T18:30:00' });
		expect(invitationFor(occasion({ ...cancelled, day: '2026-10-21' }))).toEqual([]);
	});

	test('to a session held once has no series around it', () => {
		const moved = { date: '2026-10-09', time: '12:00', durationMinutes: 90, place: null, link: null };
		const phase = { ...once, startsOn: '2026-10-08' };
		const alone = { phases: [phase] };
		const now = only({
			kind: 'session-moved',
			day: '2026-10-08',
			series: series({ ...alone, changes: [change('2026-10-08', { moved })] }),
		});
		expect(now.event).toMatchObject({ of: null, rule: null, start: '2026-10-09T12:00:00' });
		const cancelled = series({
			...alone,
			changes: [change('2026-10-08', { state: 'cancelled', revision: 5 })],
		});
		const gone = only({ series: cancelled, told: [{ phase, sequence: 4 }] });
		expect([gone.method, gone.event?.status, gone.event?.of, gone.sequence]).toEqual([
			'CANCEL',
			'CANCELLED',
			null,
			5,
		]);
		expect(invitationFor(occasion({ series: cancelled }))).toEqual([]);
	});

	test('to a series that goes on differently says where the old one ends, in a message of its own', () => {
		const phases = [{ ...weekly, lastOn: '2026-12-07' }, later];
		const told = [{ phase: weekly, sequence: 3 }];
		const about = (own: Partial<Occasion>) =>
			invitationFor(occasion({ kind: 'series-changed', series: series({ phases }), told, ...own })).map(
				({ content, method }) => [method, said(content).events[0]] as const,
			);
		const [before, after] = about({});
		expect(before).toMatchObject([
			'REQUEST',
			{ uid: `${weekly.id}@entrepairs`, rule: 'FREQ=WEEKLY;BYDAY=TU;UNTIL=20261207T225959Z' },
		]);
		expect(after).toMatchObject(['REQUEST', { uid: `${later.id}@entrepairs`, start: '2026-12-08T20:00:00' }]);
		// Told late, it is told all the same; who knows it already, or was never invited, hears of the second only.
		const now = new Date('2027-01-15T08:00:00Z');
		const uids = (own: Partial<Occasion>) => about({ now, ...own }).map(([, event]) => event?.uid);
		const both = [`${weekly.id}@entrepairs`, `${later.id}@entrepairs`];
		expect(uids({})).toEqual(both);
		expect(uids({ told: phases.map((phase) => ({ phase, sequence: 4 })) })).toEqual(both.slice(1));
		expect(uids({ told: [], kind: 'session-planned' })).toEqual(both.slice(1));
	});

	test('is taken back for a phase that has gone, or was ended before it began', () => {
		const about = (phases: Phase[]) =>
			invitationFor(
				occasion({
					kind: 'series-changed',
					series: series({ phases }),
					told: [
						{ phase: weekly, sequence: 9 },
						{ phase: later, sequence: 0 },
					],
				}),
			);
		const replaced = about([later]);
		expect(replaced.map(({ method, sequence }) => [method, sequence])).toEqual([
			['CANCEL', 9],
			['REQUEST', 0],
		]);
		expect(said(replaced[0]?.content ?? '').events[0]).toMatchObject({
			uid: `${weekly.id}@entrepairs`,
			sequence: '9',
			status: 'CANCELLED',
			of: null,
			start: '2026-10-06T18:30:00',
		});
		const ended = about([
			{ ...weekly, lastOn: '2026-12-07' },
			{ ...later, lastOn: '2026-12-07', revision: 1 },
		]);
		expect(ended.map(({ method }) => method)).toEqual(['REQUEST', 'CANCEL']);
	});

	test('is taken back for who left: all that is to come of what they were told, and nobody else is named', () => {
		const phases = [{ ...weekly, lastOn: '2026-12-07' }, later];
		const left = (told: Occasion['told'], now?: Date) =>
			invitationFor(
				occasion({ kind: 'membership-ended', series: series({ phases }), told, ...(now && { now }) }),
			);
		expect(left([])).toEqual([]);
		const told = phases.map((phase) => ({ phase, sequence: 3 }));
		expect(left(told, new Date('2027-01-15T08:00:00Z'))).toHaveLength(1);
		const messages = left(told);
		expect(messages.map(({ method }) => method)).toEqual(['CANCEL', 'CANCEL']);
		for (const { content, to } of messages) {
			expect(to).toBe('awa+pro@example.org');
			const { events } = said(content);
			expect(events).toHaveLength(1);
			expect(events[0]).toMatchObject({
				status: 'CANCELLED',
				of: null,
				attendees: ['mailto:awa+pro@example.org'],
			});
		}
	});

	test('gives nothing away to who looks over a shoulder, when asked', () => {
		const person = { email: 'awa@example.org', language: 'en', neutral: true } as const;
		const { content } = only({ person });
		expect(content).toContain('SUMMARY:Appointment\r\n');
		expect(content).not.toContain('mardi');
	});

	test('cannot be broken by what people write', () => {
		const group = { id: 'g', name: 'Un\r\nATTENDEE:mailto:x@example.org\u0000\u2028 ; , \\ "é" 🕊️'.repeat(4) };
		const place = `Salle\nEND:VEVENT\r\rBEGIN:VEVENT ${'é'.repeat(200)}`;
		const link = 'https://v.example/a\r\nX:1 b';
		const { events, content } = only({ series: series({ group, phases: [{ ...weekly, place, link }] }) });
		expect(events).toHaveLength(1);
		expect(events[0]?.attendees).toEqual(['mailto:awa+pro@example.org']);
		const read = new ICAL.Event(
			new ICAL.Component(ICAL.parse(content ?? '')).getFirstSubcomponent('vevent') ?? undefined,
		);
		expect(read.location).toBe(place.replaceAll('\r', '\n'));
		expect(read.summary).toBe(
			`Supervision — ${group.name.replaceAll('\u0000', '').replaceAll('\r\n', '\n')}`,
		);
	});
});
