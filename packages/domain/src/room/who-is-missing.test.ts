import { library } from '@entrepairs/methods/library';
import type { RoomRole } from '@entrepairs/methods/method';
import type { MethodId } from '@entrepairs/methods/methods';
import { expect, test } from 'vitest';
import { choosing, claire, done, lea, nour, opened, people, refused, samir } from './example.ts';
import { whoIsMissing } from './who-is-missing.ts';

function lobby(id: MethodId, ...roles: [RoomRole, string][]) {
	return roles.reduce(
		(room, [role, accountId]) => done(room, claire, { do: 'take-role', role, accountId }, 0),
		done(opened, claire, choosing(library[id]), 0),
	);
}

test('of a reflecting team nobody may be missing but some of those who reflect', () => {
	const nobody = lobby('reflecting-team');
	const both = [
		{ role: 'interviewer', count: 1 },
		{ role: 'reflector', count: 2 },
	];
	expect(whoIsMissing(nobody, people)).toEqual({ people: 0, roles: both, why: 'role-missing' });
	expect(refused(nobody, claire, { do: 'start' })).toBe('role-missing');
	const one = lobby('reflecting-team', ['interviewer', lea], ['reflector', nour]);
	expect(whoIsMissing(one, people)).toMatchObject({ roles: [{ role: 'reflector', count: 1 }], why: null });
	expect(refused(one, claire, { do: 'start' })).toBe('done');
	// A role of somebody who is not there is nobody's.
	const absent = lobby('reflecting-team', ['interviewer', lea], ['reflector', 'away']);
	expect(refused(absent, claire, { do: 'start' })).toBe('role-missing');
});

test('fewer people than a method is meant for may begin, as long as somebody can answer who presents', () => {
	const room = lobby('codevelopment');
	expect(whoIsMissing(room, [claire, samir, lea])).toEqual({ people: 1, roles: [], why: null });
	expect(refused(room, claire, { do: 'start' }, { present: [claire, samir, lea] })).toBe('done');
	expect(refused(room, claire, { do: 'start' }, { present: [claire, samir] })).toBe('too-few-people');
	// Where whoever guards the frame is a peer as well, two can hold it.
	expect(refused(lobby('troika'), claire, { do: 'start' }, { present: [claire, samir] })).toBe('done');
	expect(whoIsMissing(opened, people)).toEqual({ people: 0, roles: [], why: null });
});

test('every method of the library can be held by as many people as it is meant for', () => {
	for (const [id, method] of Object.entries(library)) {
		const all = Array.from({ length: method.people.least }, (_, nth) => [samir, claire][nth] ?? `p${nth}`);
		const asked = method.roles.flatMap(({ role, least }) => Array.from({ length: least }, () => role));
		const room = done(opened, claire, choosing(method), 0);
		const held = asked.map((role, nth) => ({ role, accountId: all[(nth + 1) % all.length] ?? '' }));
		expect(whoIsMissing({ ...room, roles: [...room.roles, ...held] }, all), id).toEqual({
			people: 0,
			roles: [],
			why: null,
		});
	}
});
