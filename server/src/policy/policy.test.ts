import { describe, expect, it } from 'vitest';
import { can } from './policy.ts';
import type { Standing } from './standing.ts';

function person(roles: {
	organisation?: 'practitioner' | 'moderator';
	group?: 'facilitator' | 'member';
}): Standing {
	return {
		accountId: 'person',
		organisations: new Map(roles.organisation ? [['organisation', roles.organisation]] : []),
		groups: new Map(roles.group ? [['group', roles.group]] : []),
	};
}

const group = { groupId: 'group', organisationId: 'organisation' };
const stranger = person({});
const member = person({ organisation: 'practitioner', group: 'member' });
const facilitator = person({ organisation: 'practitioner', group: 'facilitator' });
const moderator = person({ organisation: 'moderator' });

describe('policy', () => {
	it('lets members and facilitators reach the cases of their group, and nobody else', () => {
		for (const action of ['case.read', 'case.write', 'case.open', 'case.erase', 'session.read'] as const) {
			expect(can(member, action, 'group')).toBe(true);
			expect(can(facilitator, action, 'group')).toBe(true);
			expect(can(stranger, action, 'group')).toBe(false);
			expect(can(member, action, 'another-group')).toBe(false);
		}
	});

	it('does not let a moderator read what groups write', () => {
		for (const action of ['case.read', 'case.write', 'case.open', 'case.erase', 'session.read'] as const) {
			expect(can(moderator, action, 'group')).toBe(false);
		}
	});

	it('lets moderators see the group as a frame, decide requests and remove people, in their organisation only', () => {
		expect(can(moderator, 'group.read', group)).toBe(true);
		expect(can(moderator, 'request.decide', { ...group, applicantId: 'someone' })).toBe(true);
		expect(can(moderator, 'member.remove', group)).toBe(true);
		const elsewhere = { groupId: 'group', organisationId: 'another' };
		expect(can(moderator, 'group.read', elsewhere)).toBe(false);
		expect(can(moderator, 'request.decide', { ...elsewhere, applicantId: 'someone' })).toBe(false);
		expect(can(moderator, 'member.remove', elsewhere)).toBe(false);
	});

	it('lets nobody decide on their own request', () => {
		expect(can(moderator, 'request.decide', { ...group, applicantId: 'person' })).toBe(false);
	});

	it('leaves scheduling to facilitators', () => {
		expect(can(facilitator, 'group.schedule', group)).toBe(true);
		expect(can(member, 'group.schedule', group)).toBe(false);
		expect(can(moderator, 'group.schedule', group)).toBe(false);
	});

	it('keeps a private note to its author', () => {
		expect(can(member, 'entry.read', { authorId: 'person' })).toBe(true);
		for (const other of [stranger, member, facilitator, moderator]) {
			expect(can(other, 'entry.read', { authorId: 'someone-else' })).toBe(false);
			expect(can(other, 'entry.change', { authorId: 'someone-else' })).toBe(false);
		}
	});
});
