import type { DirectoryGroup, GroupDetail } from '@entrepairs/contract/groups';
import type { Problem } from '@entrepairs/contract/problem';
import { createGroupsService } from '@entrepairs/server/features/groups/service';
import { createMembershipsService } from '@entrepairs/server/features/memberships/service';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { admit, type Circle, createCircle, signUp } from '../support/people.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let circle: Circle;
interface Page {
	readonly groups: DirectoryGroup[];
	readonly total: number;
	readonly page: number;
	readonly pages: number;
}

const start = (own: object) =>
	circle.moderator.must<GroupDetail>('POST', '/api/groups', {
		organisationId: circle.organisationId,
		purpose: 'Analyse de la pratique',
		language: 'fr',
		timeZone: 'Europe/Paris',
		capacity: 8,
		...own,
	});

beforeAll(async () => {
	server = await startServer();
	circle = await createCircle(server, 4);
	await start({ name: 'Cœur à l’œuvre', purpose: 'ÉCOUTE des Aîné·es, à Noël', fields: ['elderly'] });
	await start({ name: 'Sur l’île', region: '04', timeZone: 'Indian/Reunion' });
	await start({ name: 'English group', language: 'en', rhythm: 'monthly', methods: ['balint'] });
	await start({ name: '100 % à distance', methods: ['balint', 'troika'], fields: ['health', 'elderly'] });
	for (let n = 0; n < 2; n++) await admit(circle, await signUp(server));
});
afterAll(() => server.close());

const search = (query: string) => circle.outsider.must<Page>('GET', `/api/directory?${query}`);
const names = async (query: string) => (await search(query)).groups.map(({ name }) => name);

describe('the directory', () => {
	test.each<[query: string, names: string[]]>([
		['q=ecoute', ['Cœur à l’œuvre']],
		['q=AINE%20noel', ['Cœur à l’œuvre']],
		['q=coeur', ['Cœur à l’œuvre']],
		['q=%C5%93uvre', ['Cœur à l’œuvre']],
		['q=noel%20absent', []],
		['q=%25', ['100 % à distance']],
		['q=_', []],
		['q=%5C', []],
		["q='", []],
		['language=en', ['English group']],
		['field=elderly', ['100 % à distance', 'Cœur à l’œuvre']],
		['region=04', ['Sur l’île']],
		['method=balint', ['100 % à distance', 'English group']],
		['method=balint&language=fr', ['100 % à distance']],
		['rhythm=monthly', ['English group']],
		// The circle's own group has four of four.
		['q=mardi', ['Le mardi soir']],
		['q=mardi&places=free', []],
	])('%s', async (query, expected) => {
		expect((await names(query)).sort()).toEqual(expected);
	});

	test('says what a group says of itself, its free places, and nothing of who is in it', async () => {
		const [group] = (await search('q=distance')).groups;
		expect(group).toMatchObject({
			methods: ['balint', 'troika'],
			fields: ['health', 'elderly'],
			region: null,
			memberCount: 1,
			freePlaces: 7,
			pause: null,
			endedAt: null,
		});
		expect(JSON.stringify(group)).not.toContain('Hélène');
	});

	test.each(['language=de', 'field=x', 'region=99', 'method=x', 'places=0', 'page=0', 'page=x', 'sort=name'])(
		'refuses a filter that is none: %s',
		async (query) => {
			const reply = await circle.outsider.get<Problem>(`/api/directory?${query}`);
			expect([reply.status, reply.body.code]).toEqual([422, 'invalid-input']);
		},
	);

	test('comes a page at a time, each group once, with one query for the groups of a page', async () => {
		for (let n = 0; n < 30; n++) await start({ name: `Série ${String(n).padStart(2, '0')}` });
		const first = await search('q=serie');
		expect([first.groups.length, first.total, first.page, first.pages]).toEqual([24, 30, 1, 2]);
		const second = await search('q=serie&page=2');
		expect(second.groups).toHaveLength(6);
		const seen = new Set([...first.groups, ...second.groups].map(({ id }) => id));
		expect(seen.size).toBe(30);
		expect((await search('q=serie&page=3')).groups).toEqual([]);

		let queries = 0;
		const db = server.world.db.withPlugin({
			transformQuery({ node }) {
				queries++;
				return node;
			},
			transformResult: async ({ result }) => result,
		});
		const { clock, events } = server.world;
		const memberships = createMembershipsService({ db, clock, events });
		const groups = createGroupsService({ db, clock, memberships, nextSessions: async () => new Map() });
		const page = await groups.directory(circle.outsider.me.id, { q: 'serie' });
		expect(page.groups).toHaveLength(24);
		// The groups with everything about them, my requests, and how my stays ended.
		expect(queries).toBe(3);
	});
});
