import type { DirectoryQuery } from '@entrepairs/contract/group-profile';
import type {
	DirectoryGroup,
	GroupChange,
	GroupDetail,
	GroupSummary,
	MyGroup,
	NewGroup,
	NextSession,
} from '@entrepairs/contract/groups';
import { isAwayOn } from '@entrepairs/domain/membership/pause';
import { takenPlaces } from '@entrepairs/domain/membership/waiting-list';
import { localDay } from '@entrepairs/domain/schedule/expand';
import type { Static } from 'typebox';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { invalid, notAllowed, notFound, Refusal } from '../../platform/refusal.ts';
import { isTimeZone } from '../../platform/time-zone.ts';
import { can } from '../../policy/policy.ts';
import { standingOf } from '../../policy/standing.ts';
import { whyNotIn } from '../../policy/why-not.ts';
import { beginCharter } from '../charters/first-version.ts';
import { membersOf } from '../memberships/members.ts';
import type { MembershipsService } from '../memberships/service.ts';
import {
	findGroup,
	type GroupRow,
	groupsByIds,
	groupsOfOrganisation,
	insertGroup,
	updateGroup,
} from './store.ts';
import { directoryPage, GROUPS_A_PAGE } from './store-directory.ts';

export interface GroupsService {
	mine(accountId: string): Promise<MyGroup[]>;
	/** Groups one is not in, by search and filters, with where one's request stands. */
	directory(
		accountId: string,
		query: DirectoryQuery,
	): Promise<{ groups: DirectoryGroup[]; total: number; page: number; pages: number }>;
	/** Not found for people who may not know who is in it. */
	read(accountId: string, groupId: string): Promise<GroupDetail | Refusal>;
	create(accountId: string, input: NewGroup): Promise<GroupDetail | Refusal>;
	/** Who it is for and how it works; for facilitators. Never fewer places than are taken. */
	configure(accountId: string, groupId: string, change: GroupChange): Promise<GroupDetail | Refusal>;
	ofOrganisation(accountId: string, organisationId: string): Promise<GroupSummary[] | Refusal>;
}

export function createGroupsService(deps: {
	readonly db: Db;
	readonly clock: Clock;
	readonly memberships: MembershipsService;
	/** The next session of each group that has one. */
	nextSessions(groupIds: readonly string[]): Promise<ReadonlyMap<string, Static<typeof NextSession>>>;
}): GroupsService {
	const { db, clock, memberships } = deps;

	async function read(accountId: string, groupId: string): Promise<GroupDetail | Refusal> {
		const now = clock.now();
		const [standing, group] = await Promise.all([standingOf(db, accountId), findGroup(db, groupId, now)]);
		if (group === undefined) return notFound;
		const subject = { groupId, organisationId: group.organisationId };
		if (!can(standing, 'group.read', subject)) return notFound;
		const members = await membersOf(db, [groupId]);
		const today = localDay(now, group.timeZone).toString();
		return {
			...summary(group, now),
			role: standing.groups.get(groupId) ?? null,
			mayModerate: can(standing, 'member.remove', subject),
			secondReader: group.secondReader,
			endReason: group.endReason,
			members: members.map(({ groupId: _, ...member }) => ({
				...member,
				joinedAt: member.joinedAt.toISOString(),
				pausedUntil: isAwayOn(member.pausedUntil, today) ? member.pausedUntil : null,
			})),
		};
	}

	return {
		read,

		async mine(accountId) {
			const now = clock.now();
			const { groups, ended } = await standingOf(db, accountId);
			const ids = [...groups.keys()];
			const [rows, next] = await Promise.all([
				groupsByIds(db, ids, now),
				deps.nextSessions(ids.filter((id) => !ended.has(id))),
			]);
			return rows.map((group) => ({
				...summary(group, now),
				role: groups.get(group.id) ?? 'member',
				nextSession: next.get(group.id) ?? null,
			}));
		},

		async directory(accountId, query) {
			const now = clock.now();
			const pageNumber = Number(query.page ?? '1');
			const [{ groups, total }, standings] = await Promise.all([
				directoryPage(db, { ...query, accountId, pageNumber, now }),
				memberships.whereIStand(accountId),
			]);
			return {
				groups: groups.map((group) => ({
					...summary(group, now),
					request: standings.requests.get(group.id) ?? null,
					removal: standings.removals.get(group.id) ?? null,
				})),
				total,
				page: pageNumber,
				pages: Math.ceil(total / GROUPS_A_PAGE),
			};
		},

		async create(accountId, input) {
			if (!isTimeZone(input.timeZone)) return invalid('timeZone', 'unknown-time-zone');
			if (!can(await standingOf(db, accountId), 'group.create', input.organisationId)) return notAllowed;
			const id = newId();
			await db.transaction().execute(async (trx) => {
				const values = {
					methods: [],
					fields: [],
					region: null,
					rhythm: 'weekly' as const,
					admission: 'on-request' as const,
					facilitation: 'facilitated' as const,
					...input,
					id,
					name: input.name.trim(),
					purpose: input.purpose.trim(),
				};
				await insertGroup(trx, values, clock.now());
				await memberships.addFounder(trx, { groupId: id, accountId });
				await beginCharter(trx, { groupId: id, language: input.language, by: accountId, at: clock.now() });
			});
			return read(accountId, id);
		},

		async configure(accountId, groupId, change) {
			const { name, purpose, timeZone, capacity } = change;
			if (timeZone !== undefined && !isTimeZone(timeZone)) return invalid('timeZone', 'unknown-time-zone');
			const standing = await standingOf(db, accountId);
			const refusal = await db.transaction().execute(async (trx) => {
				const now = clock.now();
				const group = await memberships.settleOffers(trx, groupId, now);
				if (group === undefined) return notFound;
				const subject = { groupId, organisationId: group.organisationId };
				if (!can(standing, 'group.configure', subject)) return whyNotIn(standing, subject);
				const taken = takenPlaces({ ...group, memberCount: group.members.length });
				if (capacity !== undefined && capacity < taken) return invalid('capacity', 'places-taken', taken);
				await updateGroup(trx, groupId, {
					...change,
					...(name === undefined ? {} : { name: name.trim() }),
					...(purpose === undefined ? {} : { purpose: purpose.trim() }),
				});
				// New places go to those who wait first.
				await memberships.settleOffers(trx, groupId, now);
				return null;
			});
			return refusal instanceof Refusal ? refusal : read(accountId, groupId);
		},

		async ofOrganisation(accountId, organisationId) {
			if (!can(await standingOf(db, accountId), 'organisation.moderate', organisationId)) return notFound;
			const now = clock.now();
			return (await groupsOfOrganisation(db, organisationId, now)).map((group) => summary(group, now));
		},
	};
}

function summary(group: GroupRow, now: Date): GroupSummary {
	const { id, name, purpose, language, timeZone, memberCount, capacity } = group;
	const { methods, fields, region, rhythm, admission, facilitation } = group;
	const today = localDay(now, timeZone).toString();
	const isOver = group.pausedUntil !== null && group.pausedUntil < today;
	return {
		...{ id, name, purpose, language, timeZone, memberCount, capacity },
		...{ methods, fields, region, rhythm, admission, facilitation },
		organisation: { id: group.organisationId, name: group.organisationName },
		freePlaces: Math.max(0, capacity - memberCount - group.offeredCount),
		pause: group.pausedFrom === null || isOver ? null : { from: group.pausedFrom, until: group.pausedUntil },
		endedAt: group.endedAt?.toISOString() ?? null,
	};
}
