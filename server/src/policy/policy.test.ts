import { describe, expect, it } from 'vitest';
import { can, type OfCase } from './policy.ts';
import type { Standing } from './standing.ts';

function person(roles: {
	organisation?: 'practitioner' | 'moderator';
	group?: 'facilitator' | 'member';
	recusals?: readonly string[];
	ended?: boolean;
	unsigned?: boolean;
}): Standing {
	return {
		accountId: 'person',
		organisations: new Map(roles.organisation ? [['organisation', roles.organisation]] : []),
		groups: new Map(roles.group ? [['group', roles.group]] : []),
		ended: new Set(roles.ended ? ['group'] : []),
		unsigned: new Set(roles.unsigned ? ['group'] : []),
		recusals: new Set(roles.recusals ?? []),
	};
}

const group = { groupId: 'group', organisationId: 'organisation' };
const stranger = person({});
const member = person({ organisation: 'practitioner', group: 'member' });
const facilitator = person({ organisation: 'practitioner', group: 'facilitator' });
const moderator = person({ organisation: 'moderator' });

const caseActions = [
	'case.read',
	'case.write',
	'case.erase',
	'case.open-to-group',
	'case.ask-second-reader',
	'case.recuse',
] as const;

/** By who asks, what of `caseActions` they may do to a case. */
function allowed(who: Standing, one: Partial<OfCase>): string[] {
	const subject: OfCase = {
		id: 'case',
		groupId: 'group',
		authorId: 'author',
		secondReaderId: null,
		isOpen: true,
		...one,
	};
	return caseActions
		.filter((action) => can(who, action, subject))
		.map((action) => action.replace('case.', ''));
}

const open = { isOpen: true };
const ownOpen = { isOpen: true, authorId: 'person' };
const inReading = { isOpen: false, secondReaderId: 'reader' };
const ownInReading = { isOpen: false, authorId: 'person', secondReaderId: 'reader' };
const askedToRead = { isOpen: false, secondReaderId: 'person' };
const writes = ['read', 'write', 'erase'];

const unsigned = person({ organisation: 'practitioner', group: 'member', unsigned: true });
const unsignedFacilitator = person({ organisation: 'practitioner', group: 'facilitator', unsigned: true });
const absent = person({ organisation: 'practitioner', group: 'member', recusals: ['case'] });
const absentFacilitator = person({ organisation: 'practitioner', group: 'facilitator', recusals: ['case'] });
const absentElsewhere = person({ organisation: 'practitioner', group: 'member', recusals: ['other'] });

const inEnded = person({ organisation: 'practitioner', group: 'member', ended: true });
const facilitatorOfEnded = person({ organisation: 'practitioner', group: 'facilitator', ended: true });

describe('policy', () => {
	it.each<[name: string, who: Standing, one: Partial<OfCase>, what: string[]]>([
		['a member, an open case', member, open, [...writes, 'recuse']],
		['a facilitator, an open case', facilitator, open, [...writes, 'recuse']],
		['its author, once it is open', member, ownOpen, writes],
		['a stranger', stranger, open, []],
		['a moderator', moderator, open, []],
		['a member of another group', member, { ...open, groupId: 'another' }, []],
		['a member, a case in second reading', member, inReading, []],
		['a facilitator, a case in second reading', facilitator, inReading, []],
		['a moderator, a case in second reading', moderator, inReading, []],
		['its author, while it is in second reading', member, ownInReading, [...writes, 'ask-second-reader']],
		[
			'its author, when nobody is asked',
			member,
			{ ...ownInReading, secondReaderId: null },
			[...writes, 'ask-second-reader'],
		],
		['its second reader', member, askedToRead, [...writes, 'open-to-group', 'recuse']],
		['its second reader, out of the group', stranger, askedToRead, []],
		['its author, out of the group', stranger, ownInReading, []],
		['a moderator who is named as second reader', moderator, askedToRead, []],
		['a member who has not signed the charter', unsigned, open, []],
		['a facilitator who has not signed it', unsignedFacilitator, open, []],
		['its author, who has not signed it', unsigned, ownOpen, []],
		['its second reader, who has not signed it', unsigned, askedToRead, []],
		['who has left it', absent, open, []],
		['who has left it and facilitates', absentFacilitator, open, []],
		['who has left it, asked to read it', absent, askedToRead, []],
		['a member, when the group has ended', inEnded, open, ['read', 'erase', 'recuse']],
		['its second reader, when the group has ended', inEnded, askedToRead, ['read', 'erase', 'recuse']],
		['who has left another case', absentElsewhere, open, [...writes, 'recuse']],
	])('says what somebody may do in a case: %s', (_name, who, one, what) => {
		expect(allowed(who, one)).toEqual(what);
	});

	it('lets members and facilitators bring cases to the sessions of their group, and nobody else', () => {
		for (const action of ['case.open', 'session.read'] as const) {
			expect(can(member, action, 'group')).toBe(true);
			expect(can(facilitator, action, 'group')).toBe(true);
			for (const other of [stranger, moderator]) expect(can(other, action, 'group')).toBe(false);
			expect(can(member, action, 'another-group')).toBe(false);
		}
	});

	it('lets nobody into the room unsigned, and lets them see when it is', () => {
		for (const who of [member, facilitator]) expect(can(who, 'room.enter', 'group')).toBe(true);
		for (const who of [unsigned, unsignedFacilitator, stranger, moderator]) {
			expect(can(who, 'room.enter', 'group')).toBe(false);
			expect(can(who, 'case.open', 'group')).toBe(false);
		}
		for (const who of [member, unsignedFacilitator, stranger, moderator])
			expect(can(who, 'room.open-early', 'group')).toBe(false);
		expect(can(facilitator, 'room.open-early', 'group')).toBe(true);
		expect(can(unsigned, 'session.read', 'group')).toBe(true);
		expect(can(unsigned, 'charter.sign', 'group')).toBe(true);
		expect(can(unsignedFacilitator, 'charter.publish', group)).toBe(true);
	});

	it('shows the charter to members and moderators, and lets members alone sign it', () => {
		for (const who of [member, facilitator, moderator]) expect(can(who, 'charter.read', group)).toBe(true);
		expect(can(stranger, 'charter.read', group)).toBe(false);
		expect(can(moderator, 'charter.read', { ...group, organisationId: 'another' })).toBe(false);
		for (const who of [stranger, moderator]) expect(can(who, 'charter.sign', 'group')).toBe(false);
		for (const who of [member, stranger, moderator]) expect(can(who, 'charter.publish', group)).toBe(false);
	});

	it('shows methods to members and moderators, and lets those who hold the group change them', () => {
		for (const who of [member, unsigned, facilitator, moderator])
			expect(can(who, 'method.read', group)).toBe(true);
		expect(can(stranger, 'method.read', group)).toBe(false);
		expect(can(unsignedFacilitator, 'method.change', group)).toBe(true);
		for (const who of [member, stranger, moderator]) expect(can(who, 'method.change', group)).toBe(false);
		const inEnded = person({ organisation: 'practitioner', group: 'facilitator', ended: true });
		expect([can(inEnded, 'method.read', group), can(inEnded, 'method.change', group)]).toEqual([true, false]);
	});

	it('keeps conflicts of interest to the facilitators, and answers to the two who are asked', () => {
		expect(can(facilitator, 'conflict.review', 'group')).toBe(true);
		for (const who of [member, stranger, moderator]) expect(can(who, 'conflict.review', 'group')).toBe(false);
		const asked = { groupId: 'group', between: ['another', 'person'] };
		expect(can(member, 'conflict.answer', asked)).toBe(true);
		expect(can(member, 'conflict.answer', { ...asked, between: ['another', 'third'] })).toBe(false);
		for (const who of [stranger, moderator]) {
			expect(can(who, 'conflict.answer', asked)).toBe(false);
			expect(can(who, 'conflict.state', 'group')).toBe(false);
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

	it.each(['group.schedule', 'group.configure', 'group.invite', 'group.pause', 'group.give-roles'] as const)(
		'leaves it to facilitators, until the group ends: %s',
		(action) => {
			expect(can(facilitator, action, group)).toBe(true);
			expect(can(facilitatorOfEnded, action, group)).toBe(false);
			expect(can(member, action, group)).toBe(false);
			expect(can(moderator, action, group)).toBe(false);
		},
	);

	it('lets members leave, also an ended group, and be away while it lasts', () => {
		expect([member, facilitator, inEnded].map((who) => can(who, 'group.leave', group))).toEqual([
			true,
			true,
			true,
		]);
		expect([member, inEnded, moderator].map((who) => can(who, 'group.pause-own-part', group))).toEqual([
			true,
			false,
			false,
		]);
		expect(can(moderator, 'group.leave', group)).toBe(false);
	});

	it('lets facilitators and moderators end a group, once, and nobody plan or bring anything in it then', () => {
		expect(
			[facilitator, moderator, member, stranger, facilitatorOfEnded].map((who) =>
				can(who, 'group.end', group),
			),
		).toEqual([true, true, false, false, false]);
		expect(can(inEnded, 'case.open', 'group')).toBe(false);
		expect(can(inEnded, 'session.read', 'group')).toBe(true);
		expect(can(inEnded, 'group.read', group)).toBe(true);
	});

	it('keeps an offered place to the one it is offered to', () => {
		expect(can(stranger, 'request.answer-offer', { applicantId: 'person' })).toBe(true);
		expect(can(moderator, 'request.answer-offer', { applicantId: 'someone' })).toBe(false);
	});

	it.each<[name: string, who: Standing, openedBy: string | null, what: string[]]>([
		['a member', member, 'someone', ['read', 'answer']],
		['who opened it', member, 'person', ['read', 'answer', 'close', 'delete']],
		['a facilitator', facilitator, 'someone', ['read', 'answer', 'close', 'plan']],
		['a facilitator, when that account is gone', facilitator, null, ['read', 'answer', 'close', 'plan']],
		['a stranger', stranger, 'someone', []],
		['a moderator who is not of the group', moderator, 'someone', []],
		['who opened it and has left the group', stranger, 'person', []],
	])('says what somebody may do with a poll: %s', (_name, who, openedBy, what) => {
		const may = (['read', 'answer', 'close', 'plan', 'delete'] as const).filter((action) =>
			can(who, `poll.${action}`, { groupId: 'group', openedBy }),
		);
		expect(may).toEqual(what);
		expect(can(who, 'poll.open', 'group')).toBe(what.length > 0);
	});

	it('leaves answers and roles to members, and giving roles and settings to facilitators', () => {
		for (const action of ['session.answer', 'role.take', 'pitch.add'] as const) {
			expect([member, facilitator, stranger, moderator].map((who) => can(who, action, 'group'))).toEqual([
				true,
				true,
				false,
				false,
			]);
		}
		for (const action of ['role.set', 'practice.configure'] as const) {
			expect([member, facilitator, stranger, moderator].map((who) => can(who, action, 'group'))).toEqual([
				false,
				true,
				false,
				false,
			]);
		}
	});

	it.each<[name: string, who: Standing, own: object, what: string[]]>([
		['a member', member, {}, ['read', 'echo', 'leave']],
		['its author', member, { authorId: 'person' }, ['read', 'change']],
		[
			'its author, who presents',
			member,
			{ authorId: 'person', presenterId: 'person' },
			['read', 'change', 'choose'],
		],
		['who presents, of another’s', member, { presenterId: 'person' }, ['read', 'echo', 'leave']],
		[
			'who facilitates that session',
			member,
			{ facilitatorId: 'person' },
			['read', 'echo', 'leave', 'choose'],
		],
		['a facilitator', facilitator, {}, ['read', 'echo', 'leave', 'choose']],
		['a facilitator who has left it', absentFacilitator, {}, []],
		['its author, out of the group', stranger, { authorId: 'person' }, []],
		['a moderator', moderator, { facilitatorId: 'person' }, []],
	])('says what somebody may do with a case that waits: %s', (_name, who, own, what) => {
		const pitch = {
			id: 'case',
			groupId: 'group',
			authorId: 'author',
			presenterId: null,
			facilitatorId: null,
			...own,
		};
		const actions = ['pitch.read', 'pitch.change', 'pitch.echo', 'pitch.leave', 'pitch.choose'] as const;
		expect(actions.filter((action) => can(who, action, pitch)).map((action) => action.slice(6))).toEqual(
			what,
		);
	});

	it('keeps a private note to its author', () => {
		expect(can(member, 'entry.read', { authorId: 'person' })).toBe(true);
		for (const other of [stranger, member, facilitator, moderator]) {
			expect(can(other, 'entry.read', { authorId: 'someone-else' })).toBe(false);
			expect(can(other, 'entry.change', { authorId: 'someone-else' })).toBe(false);
		}
	});
});
