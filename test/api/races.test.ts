/** What several people do at once: nobody waits for ever, nothing is done twice, nothing gets lost between. */
import type { Queue } from '@entrepairs/contract/agenda';
import type { SessionPlan } from '@entrepairs/contract/schedule';
import type { Session } from '@entrepairs/contract/sessions';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
	admit,
	type Circle,
	createCircle,
	newCase,
	planSeries,
	reviewed,
	signUp,
} from '../support/people.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let circle: Circle;
let sessions: Session[];

beforeAll(async () => {
	server = await startServer();
});
afterAll(() => server.close());
beforeEach(async () => {
	server.now = null;
	circle = await createCircle(server);
	await admit(circle, circle.outsider);
	await circle.facilitator.must('PUT', `/api/groups/${circle.group.id}/members/${circle.member.me.id}/role`, {
		role: 'facilitator',
	});
	sessions = (await planSeries(circle)).sessions;
});

const idOf = (index: number) => sessions[index]?.id ?? '';
const planOf = (index: number) =>
	circle.facilitator.must<SessionPlan>('GET', `/api/sessions/${idOf(index)}/plan`);
const facilitatorsLeft = async () =>
	(
		await server.world.db
			.selectFrom('group_members')
			.where('group_id', '=', circle.group.id)
			.where('ended_at', 'is', null)
			.where('role', '=', 'facilitator')
			.select('id')
			.execute()
	).length;

describe('at once', () => {
	test('a series changes while others answer, choose, open a case, and it is looked whether enough come', async () => {
		const { facilitator, member, outsider } = circle;
		const group = `/api/groups/${circle.group.id}`;
		await facilitator.must('PUT', `${group}/practice`, {
			quorum: 3,
			withoutQuorum: 'cancel',
			quorumHours: 168,
			roles: ['presenter', 'scribe'],
		});
		const pitch = await outsider.must<{ id: string }>('POST', `${group}/pitches`, {
			text: 'Une mère qui ne vient plus.',
			urgency: 'calm',
			review: reviewed(),
		});
		for (let round = 0; round < 6; round++) {
			const { revision } = await planOf(1);
			const later = Temporal.PlainDate.from(idOf(1).slice(-10));
			const following = {
				...{ revision, scope: 'following', startsOn: later.toString(), time: `1${round}:00` },
				...{ durationMinutes: 90, timeZone: 'Europe/Paris', recurrence: undefined },
			};
			const answers = ['yes', 'no', 'maybe'].map((answer, index) =>
				[facilitator, member, outsider][index]?.send('PUT', `${group}/answers`, {
					from: idOf(0).slice(-10),
					to: later.add({ weeks: 6 }).toString(),
					answer,
					words: 'Un mot.',
				}),
			);
			const weekly = { every: 'week', interval: 1, weekdays: [((later.dayOfWeek + round) % 7) + 1] };
			const change = (time: string) =>
				facilitator.send('POST', `/api/sessions/${idOf(1)}/following`, {
					...following,
					...{ time, recurrence: weekly, ends: null, place: null, link: null },
				});
			const replies = await Promise.all([
				change('10:00'),
				change('11:00'),
				...answers,
				outsider.send('PUT', `/api/pitches/${pitch.id}/choice`, { sessionId: null }),
				facilitator.send('PUT', `/api/pitches/${pitch.id}/choice`, { sessionId: idOf(0) }),
				member.send('PUT', `/api/pitches/${pitch.id}/choice`, { sessionId: idOf(1) }),
				member.send('POST', `/api/sessions/${idOf(1)}/cases`, newCase()),
				member.send('POST', `/api/sessions/${idOf(0)}/roles/scribe/taking`),
				server.due.judgeQuorum(new Date()).then(() => undefined),
				server.due.fixRoles(new Date()).then(() => undefined),
			]);
			expect(replies.flatMap((reply) => (reply && reply.status >= 500 ? [reply.body] : []))).toEqual([]);
			const fresh = await facilitator.must<{ upcoming: Session[] }>('GET', `${group}/sessions`);
			sessions = fresh.upcoming.filter(({ state }) => state === 'planned');
			expect(sessions.length).toBeGreaterThan(2);
		}
	});

	test('a pitch is chosen by two for two sessions: its author presents in the one that stands', async () => {
		const { facilitator, member, outsider } = circle;
		const group = `/api/groups/${circle.group.id}`;
		const { id } = await outsider.must<{ id: string }>('POST', `${group}/pitches`, {
			text: 'Une mère qui ne vient plus.',
			urgency: 'calm',
			review: reviewed(),
		});
		await Promise.all([
			facilitator.send('PUT', `/api/pitches/${id}/choice`, { sessionId: idOf(1) }),
			member.send('PUT', `/api/pitches/${id}/choice`, { sessionId: idOf(2) }),
		]);
		const { pitches } = await outsider.must<Queue>('GET', `${group}/pitches`);
		const given = await server.world.db
			.selectFrom('session_roles')
			.where('account_id', '=', outsider.me.id)
			.where('source', '=', 'given')
			.select(['day'])
			.execute();
		expect(given.map(({ day }) => day)).toEqual([pitches[0]?.chosenFor?.sessionId.slice(-10)]);
	});

	test('it concerns me too, while it is withdrawn', async () => {
		const { member, outsider } = circle;
		for (let round = 0; round < 5; round++) {
			const { id } = await outsider.must<{ id: string }>('POST', `/api/groups/${circle.group.id}/pitches`, {
				text: 'Une mère qui ne vient plus.',
				urgency: 'calm',
				review: reviewed(),
			});
			const replies = await Promise.all([
				outsider.send('DELETE', `/api/pitches/${id}`),
				member.send('PUT', `/api/pitches/${id}/also-mine`, { on: true }),
				member.send('PUT', `/api/pitches/${id}/vote`, { on: true }),
				circle.facilitator.send('POST', `/api/pitches/${id}/recusal`),
			]);
			expect(replies.filter(({ status }) => status >= 500)).toEqual([]);
		}
	});

	test('two last facilitators step down and leave: one holds the group', async () => {
		const { facilitator, member } = circle;
		const group = `/api/groups/${circle.group.id}`;
		const own = (person: typeof member) =>
			person.send('PUT', `${group}/members/${person.me.id}/role`, { role: 'member' });
		const replies = await Promise.all([
			own(facilitator),
			own(member),
			facilitator.send('POST', `${group}/departure`),
			member.send('POST', `${group}/departure`),
		]);
		expect(replies.filter(({ status }) => status >= 500)).toEqual([]);
		expect(await facilitatorsLeft()).toBe(1);
	});

	test('somebody is made facilitator while they leave: nobody holds a group that they are not in', async () => {
		const { facilitator, outsider } = circle;
		const group = `/api/groups/${circle.group.id}`;
		await Promise.all([
			facilitator.send('PUT', `${group}/members/${outsider.me.id}/role`, { role: 'facilitator' }),
			outsider.send('POST', `${group}/departure`),
		]);
		const rows = await server.world.db
			.selectFrom('group_members')
			.where('group_id', '=', circle.group.id)
			.where('account_id', '=', outsider.me.id)
			.selectAll()
			.execute();
		expect(rows).toHaveLength(1);
		expect(rows[0]?.ended_at).not.toBeNull();
		expect((await outsider.get(group)).status).toBe(404);
	});

	test('the last place is offered, invited to and asked for: it is taken once', async () => {
		const { facilitator, moderator } = circle;
		const group = `/api/groups/${circle.group.id}`;
		await facilitator.must('PATCH', group, { capacity: 4 });
		const [asks, invited, second] = [await signUp(server), await signUp(server), await signUp(server)];
		await admitToOrganisation(invited);
		await admitToOrganisation(second);
		const request = await asks.must<{ id: string }>('POST', `${group}/join-requests`, {
			message: 'Bonjour.',
		});
		const tokens = await Promise.all(
			[0, 1].map(() => facilitator.must<{ token: string }>('POST', `${group}/invitations`, { days: 7 })),
		);
		const accept = { outcome: 'accepted', token: '' };
		const replies = await Promise.all([
			moderator.send('POST', `/api/join-requests/${request.id}/decision`, {
				outcome: 'accepted',
				reason: 'Oui.',
			}),
			invited.send('POST', '/api/invitations/answer', { ...accept, token: tokens[0]?.token }),
			second.send('POST', '/api/invitations/answer', { ...accept, token: tokens[1]?.token }),
			second.send('POST', '/api/invitations/answer', { ...accept, token: tokens[0]?.token }),
		]);
		expect(replies.filter(({ status }) => status >= 500)).toEqual([]);
		const { members } = await facilitator.must<{ members: unknown[] }>('GET', group);
		expect(members).toHaveLength(4);
	});
});

/** Somebody whom the organisation knows, by a group of their own. */
async function admitToOrganisation(person: Circle['member']): Promise<void> {
	await server.world.db
		.insertInto('organisation_members')
		.values({
			organisation_id: circle.organisationId,
			account_id: person.me.id,
			role: 'practitioner',
			joined_at: new Date(),
		})
		.execute();
}
