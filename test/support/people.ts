/** Makers of people and of what they have, through the API as a browser would. */
import type { Me } from '@entrepairs/contract/accounts';
import type { Case, NewCase } from '@entrepairs/contract/cases';
import type { Charter } from '@entrepairs/contract/charters';
import type { GroupDetail } from '@entrepairs/contract/groups';
import type { Problem } from '@entrepairs/contract/problem';
import type { Review } from '@entrepairs/contract/review';
import type { Series, Session } from '@entrepairs/contract/sessions';
import { foundOrganisation } from '@entrepairs/server/features/organisations/service';
import type { TestServer } from './server.ts';

export const PASSWORD = 'une phrase de passe assez longue';

export interface Reply<T = unknown> {
	readonly status: number;
	readonly body: T;
	readonly headers: Headers;
}

/** Somebody with a browser: sends requests with their cookie, as the pages do. */
export class Person {
	readonly server: { readonly url: string };
	cookie: string | null = null;
	me!: Me;
	/** The address at which their line comes out, where it is not the server's own. */
	line: string | null = null;

	constructor(server: { readonly url: string }) {
		this.server = server;
	}

	/** Of the websockets of this path. */
	socketUrl(path: string): string {
		return (this.line ?? this.server.url).replace('http', 'ws') + path;
	}

	async send<T = unknown>(
		method: string,
		path: string,
		body?: unknown,
		headers: Record<string, string> = {},
	): Promise<Reply<T>> {
		const response = await fetch((this.line ?? this.server.url) + path, {
			method,
			headers: {
				...(this.cookie === null ? {} : { cookie: this.cookie }),
				...(body === undefined ? {} : { 'content-type': 'application/json' }),
				...headers,
			},
			...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
		});
		const [cookie] = response.headers.getSetCookie();
		if (cookie !== undefined) this.cookie = cookie.split(';')[0] ?? null;
		const text = await response.text();
		const isJson = response.headers.get('content-type')?.includes('json') ?? false;
		return {
			status: response.status,
			body: (isJson ? JSON.parse(text) : text) as T,
			headers: response.headers,
		};
	}

	get<T = unknown>(path: string): Promise<Reply<T>> {
		return this.send('GET', path);
	}

	post<T = unknown>(path: string, body: unknown = {}): Promise<Reply<T>> {
		return this.send('POST', path, body);
	}

	/** Sends what must succeed and returns the answer's body. */
	async must<T>(method: string, path: string, body?: unknown): Promise<T> {
		const reply = await this.send<T>(method, path, body);
		if (reply.status >= 400)
			throw new Error(`${method} ${path}: ${reply.status} ${(reply.body as Problem).code}`);
		return reply.body;
	}
}

let count = 0;

export async function signUp(
	server: { readonly url: string },
	name = 'Dominique Le Goff-Traoré',
): Promise<Person> {
	const person = new Person(server);
	const email = `personne-${++count}-${Date.now()}@example.org`;
	const reply = await person.post<Me>('/api/accounts', {
		email,
		name,
		password: PASSWORD,
		language: 'fr',
		timeZone: 'Europe/Paris',
	});
	if (reply.status !== 201) throw new Error(`sign up: ${reply.status}`);
	person.me = reply.body;
	return person;
}

export interface Circle {
	readonly moderator: Person;
	readonly facilitator: Person;
	readonly member: Person;
	readonly outsider: Person;
	readonly organisationId: string;
	readonly group: GroupDetail;
}

/** Signs the charter of a group, as its members do before they enter the room. */
export async function sign(person: Person, groupId: string): Promise<void> {
	const { latest } = await person.must<Charter>('GET', `/api/groups/${groupId}/charter`);
	if (latest === null) throw new Error('no charter to sign');
	await person.must('POST', `/api/groups/${groupId}/charter/versions/${latest.id}/signature`, { read: true });
}

/**
 * Takes someone into a group by the way everyone takes: a request, a moderator's answer, and a
 * signature under the charter.
 */
export async function admit(circle: Pick<Circle, 'moderator' | 'group'>, person: Person): Promise<void> {
	const { id } = await person.must<{ id: string }>('POST', `/api/groups/${circle.group.id}/join-requests`, {
		message: 'Bonjour.',
	});
	await circle.moderator.must('POST', `/api/join-requests/${id}/decision`, {
		outcome: 'accepted',
		reason: 'Bienvenue.',
	});
	await sign(person, circle.group.id);
}

/** An organisation with a moderator, a group with its facilitator and a member, and an outsider. */
export async function createCircle(server: TestServer, capacity = 8): Promise<Circle> {
	const [moderator, facilitator, member, outsider] = await Promise.all([
		signUp(server, 'Hélène Modératrice'),
		signUp(server, 'Claire Animatrice'),
		signUp(server, 'Samir Membre'),
		signUp(server, 'Nadia Dehors'),
	]);
	const organisationId = await foundOrganisation(server.world, {
		name: 'Réseau',
		moderatorEmail: moderator.me.email,
	});
	if (organisationId === null) throw new Error('no organisation');
	const founding = {
		organisationId,
		purpose: 'Analyse de la pratique',
		language: 'fr',
		timeZone: 'Europe/Paris',
	};
	const first = await moderator.must<GroupDetail>('POST', '/api/groups', {
		...founding,
		name: 'Accueil',
		capacity: 12,
	});
	await sign(moderator, first.id);
	// Being taken into a first group makes the facilitator a member of the organisation.
	await admit({ moderator, group: first }, facilitator);
	const group = await facilitator.must<GroupDetail>('POST', '/api/groups', {
		...founding,
		name: 'Le mardi soir',
		capacity,
	});
	await sign(facilitator, group.id);
	await admit({ moderator, group }, member);
	return { moderator, facilitator, member, outsider, organisationId, group };
}

export const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);

export async function planSeries(circle: Circle): Promise<{ series: Series; sessions: Session[] }> {
	return circle.facilitator.must('POST', `/api/groups/${circle.group.id}/series`, {
		startsOn: tomorrow(),
		time: '18:30',
		durationMinutes: 90,
		timeZone: 'Europe/Paris',
	});
}

/** Looked at in French: nothing was found, or what was found was treated so. */
export const reviewed = (treated: Partial<Review> = {}): Review => ({
	language: 'fr',
	replaced: [],
	kept: [],
	reread: true,
	...treated,
});

/** What somebody shares: a text in which there is nothing to find, unless they say otherwise. */
export const newCase = (own: Partial<NewCase> = {}): NewCase => ({
	title: 'Une demande',
	template: 'situation',
	sections: [],
	review: reviewed(),
	...own,
});

/** A case that the member of a circle has shared in a session of its own. */
export async function openCase(circle: Circle, own: Partial<NewCase> = {}): Promise<Case> {
	const { sessions } = await planSeries(circle);
	return circle.member.must('POST', `/api/sessions/${sessions[0]?.id}/cases`, newCase(own));
}
