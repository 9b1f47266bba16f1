/**
 * The demonstration that a first start on the embedded database opens with: an organisation, two
 * groups, five people, a weekly session with a case, a past one, answers, a pitch, an open poll, a
 * session that was moved and one that is cancelled, and a request that waits.
 */
import { randomBytes } from 'node:crypto';
import { createDocument } from '../collab/new-document.ts';
import { hashPassword } from '../features/accounts/passwords.ts';
import { newCaseText } from '../features/cases/new-text.ts';
import { beginCharter, signForAll } from '../features/charters/first-version.ts';
import type { Clock } from '../platform/clock.ts';
import { type Keyring, seal } from '../platform/crypto.ts';
import type { Db, Trx } from '../platform/database.ts';
import { newId } from '../platform/ids.ts';
import { addAnswers, addChanges, addPitch, addPoll } from './calendar.ts';
import { addHeldSession } from './held-session.ts';
import { stateInterests } from './interests.ts';
import { currentCase, groups, interests, joinMessage, organisation, pastCase, people } from './story.ts';

export interface Demo {
	readonly accounts: readonly { readonly email: string; readonly password: string; readonly role: string }[];
	readonly organisationId: string;
	readonly groupId: string;
	readonly sessionId: string;
	readonly caseId: string;
}

const ZONE = 'Europe/Paris';
const TIME = '18:30';
const MINUTES = 90;

/** Fills an empty database. Everything or nothing. */
export async function seedDemo(deps: {
	readonly db: Db;
	readonly keyring: Keyring;
	readonly clock: Clock;
}): Promise<Demo> {
	const now = deps.clock.now();
	const password = `demo-${randomBytes(6).toString('hex')}`;
	const passwordHash = await hashPassword(password);

	return deps.db.transaction().execute(async (trx) => {
		const organisationId = newId();
		await trx
			.insertInto('organisations')
			.values({ id: organisationId, name: organisation, created_at: now })
			.execute();

		const ids = Object.fromEntries(people.map(({ key }) => [key, newId()])) as Record<
			(typeof people)[number]['key'],
			string
		>;
		await trx
			.insertInto('accounts')
			.values(
				people.map(({ key, email, name }) => ({
					id: ids[key],
					email,
					name,
					password_hash: passwordHash,
					language: 'fr' as const,
					time_zone: ZONE,
					created_at: now,
				})),
			)
			.execute();
		await trx
			.insertInto('organisation_members')
			.values(
				people
					.filter(({ role }) => role !== 'applicant')
					.map(({ key, role }) => ({
						organisation_id: organisationId,
						account_id: ids[key],
						role: role === 'moderator' ? ('moderator' as const) : ('practitioner' as const),
						joined_at: now,
					})),
			)
			.execute();

		const groupId = await addGroup(trx, organisationId, groups.tuesday, now, [
			{ accountId: ids.claire, role: 'facilitator' },
			{ accountId: ids.samir, role: 'member' },
			{ accountId: ids.awa, role: 'member' },
		]);
		await addGroup(trx, organisationId, groups.families, now, [{ accountId: ids.awa, role: 'facilitator' }]);
		await trx
			.insertInto('join_requests')
			.values({
				id: newId(),
				group_id: groupId,
				account_id: ids.nadia,
				message: joinMessage,
				state: 'waiting',
				requested_at: now,
				decided_at: null,
				decided_by: null,
				reason: null,
			})
			.execute();

		await stateInterests(trx, deps.keyring, { groupId, now }, [
			{ accountId: ids.samir, ...interests.samir },
			{ accountId: ids.awa, ...interests.awa },
		]);

		const next = nextTuesday(now);
		const seriesId = newId();
		await trx
			.insertInto('series')
			.values({
				id: seriesId,
				group_id: groupId,
				created_by: ids.claire,
				created_at: now,
			})
			.execute();
		await trx
			.insertInto('series_phases')
			.values({
				id: newId(),
				series_id: seriesId,
				starts_on: next.subtract({ weeks: 6 }).toString(),
				last_on: null,
				recurrence: 'FREQ=WEEKLY;BYDAY=TU',
				time: TIME,
				duration_minutes: MINUTES,
				time_zone: ZONE,
				place: null,
				link: null,
				revision: 0,
			})
			.execute();

		const addTo = { trx, keyring: deps.keyring, groupId, seriesId, now };
		const day = next.subtract({ weeks: 1 });
		const pastCaseId = await addCase(addTo, { ...pastCase, date: day, openedBy: ids.awa });
		await addHeldSession({
			...{ ...addTo, group: { id: groupId, name: groups.tuesday.name }, caseId: pastCaseId },
			...{ day, startsAt: startOf(day) },
			next: { sessionId: `${seriesId}.${next}`, startsAt: startOf(next).getTime() },
			...{ facilitatorId: ids.claire, presenterId: ids.awa, peerId: ids.samir },
		});
		const place = { ...addTo, next, timeZone: ZONE };
		await addAnswers(place, [
			{ accountId: ids.claire, answer: 'yes' },
			{ accountId: ids.awa, answer: 'maybe' },
		]);
		await addChanges(place, ids.claire);
		await addPitch(place, ids.awa);
		await addPoll(place, ids.claire);
		const caseId = await addCase(addTo, { ...currentCase, date: next, openedBy: ids.samir });

		return {
			accounts: people.map(({ email, role }) => ({ email, password, role })),
			organisationId,
			groupId,
			sessionId: `${seriesId}.${next}`,
			caseId,
		};
	});
}

async function addGroup(
	trx: Trx,
	organisationId: string,
	group: (typeof groups)[keyof typeof groups],
	now: Date,
	members: readonly { readonly accountId: string; readonly role: 'facilitator' | 'member' }[],
): Promise<string> {
	const id = newId();
	await trx
		.insertInto('groups')
		.values({
			id,
			organisation_id: organisationId,
			...group,
			methods: [...group.methods],
			fields: [...group.fields],
			language: 'fr',
			time_zone: ZONE,
			created_at: now,
		})
		.execute();
	await trx
		.insertInto('group_members')
		.values(
			members.map(({ accountId, role }, index) => ({
				id: newId(),
				group_id: id,
				account_id: accountId,
				role,
				colour: index + 1,
				joined_at: now,
				ended_at: null,
				ended_by: null,
				end_reason: null,
			})),
		)
		.execute();
	const by = members[0]?.accountId ?? id;
	const charter = await beginCharter(trx, { groupId: id, language: 'fr', by, at: now });
	await signForAll(trx, id, charter, now);
	return id;
}

async function addCase(
	to: { trx: Trx; keyring: Keyring; groupId: string; seriesId: string; now: Date },
	story: {
		readonly title: string;
		readonly sections: Readonly<Record<string, readonly string[]>>;
		readonly date: Temporal.PlainDate;
		readonly openedBy: string;
	},
): Promise<string> {
	const id = newId();
	const { state, clientId } = newCaseText('situation', story.sections);
	const key = await createDocument(to.trx, {
		keyring: to.keyring,
		id,
		now: to.now,
		initialState: state,
		author: { clientId, accountId: story.openedBy },
	});
	await to.trx
		.insertInto('cases')
		.values({
			id,
			group_id: to.groupId,
			series_id: to.seriesId,
			occurrence_date: story.date.toString(),
			template: 'situation',
			sealed_title: seal(key, Buffer.from(story.title), `case-title:${id}`),
			opened_by: story.openedBy,
			opened_at: to.now,
		})
		.execute();
	await to.trx
		.insertInto('case_reviews')
		.values({
			id: newId(),
			case_id: id,
			occasion: 'sharing',
			reviewed_by: story.openedBy,
			reviewed_at: to.now,
			language: 'fr',
			reread: true,
			replaced: '[]',
			kept: '[]',
		})
		.execute();
	return id;
}

const startOf = (day: Temporal.PlainDate) =>
	new Date(day.toZonedDateTime({ timeZone: ZONE, plainTime: TIME }).epochMilliseconds);

/** The first Tuesday whose session has not ended. */
function nextTuesday(now: Date): Temporal.PlainDate {
	const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(ZONE);
	const tuesday = local.toPlainDate().add({ days: (2 - local.dayOfWeek + 7) % 7 });
	const ends = tuesday.toZonedDateTime({ timeZone: ZONE, plainTime: TIME }).add({ minutes: MINUTES });
	return Temporal.ZonedDateTime.compare(ends, local) > 0 ? tuesday : tuesday.add({ weeks: 1 });
}
