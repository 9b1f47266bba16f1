import type {
	DirectoryGroup,
	GroupDetail,
	GroupSummary,
	MyGroup,
	NewGroup,
	NextSession,
} from '@entrepairs/contract/groups';
import type { Static } from 'typebox';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { invalid, notAllowed, notFound, type Refusal } from '../../platform/refusal.ts';
import { isTimeZone } from '../../platform/time-zone.ts';
import { can } from '../../policy/policy.ts';
import { standingOf } from '../../policy/standing.ts';
import type { ChartersService } from '../charters/service.ts';
import type { MembershipsService } from '../memberships/service.ts';
import {
	findGroup,
	type GroupRow,
	groupsByIds,
	groupsOfOrganisation,
	groupsWithout,
	insertGroup,
	membersOf,
	setSecondReader,
} from './store.ts';

export interface GroupsService {
	mine(accountId: string): Promise<MyGroup[]>;
	/** Groups one could ask to join, with where one's request stands. */
	directory(accountId: string): Promise<DirectoryGroup[]>;
	/** Not found for people who may not know who is in it. */
	read(accountId: string, groupId: string): Promise<GroupDetail | Refusal>;
	create(accountId: string, input: NewGroup): Promise<GroupDetail | Refusal>;
	/** Whether a colleague reads each case before the others see it; for facilitators. */
	configure(
		accountId: string,
		groupId: string,
		settings: { readonly secondReader: boolean },
	): Promise<GroupDetail | Refusal>;
	ofOrganisation(accountId: string, organisationId: string): Promise<GroupSummary[] | Refusal>;
}

export function createGroupsService(deps: {
	readonly db: Db;
	readonly clock: Clock;
	readonly memberships: MembershipsService;
	readonly charters: Pick<ChartersService, 'begin'>;
	/** The next session of each group that has one. */
	nextSessions(groupIds: readonly string[]): Promise<ReadonlyMap<string, Static<typeof NextSession>>>;
}): GroupsService {
	const { db, clock, memberships, charters } = deps;

	async function read(accountId: string, groupId: string): Promise<GroupDetail | Refusal> {
		const [standing, group] = await Promise.all([standingOf(db, accountId), findGroup(db, groupId)]);
		if (group === undefined) return notFound;
		const subject = { groupId, organisationId: group.organisationId };
		if (!can(standing, 'group.read', subject)) return notFound;
		const members = await membersOf(db, groupId);
		return {
			...summary(group),
			role: standing.groups.get(groupId) ?? null,
			mayModerate: can(standing, 'member.remove', subject),
			secondReader: group.secondReader,
			members: members.map((member) => ({ ...member, joinedAt: member.joinedAt.toISOString() })),
		};
	}

	return {
		read,

		async mine(accountId) {
			const { groups } = await standingOf(db, accountId);
			const ids = [...groups.keys()];
			const [rows, next] = await Promise.all([groupsByIds(db, ids), deps.nextSessions(ids)]);
			return rows.map((group) => ({
				...summary(group),
				role: groups.get(group.id) ?? 'member',
				nextSession: next.get(group.id) ?? null,
			}));
		},

		async directory(accountId) {
			const [groups, standings] = await Promise.all([
				groupsWithout(db, accountId),
				memberships.whereIStand(accountId),
			]);
			return groups.map((group) => ({
				...summary(group),
				request: standings.requests.get(group.id) ?? null,
				removal: standings.removals.get(group.id) ?? null,
			}));
		},

		async create(accountId, input) {
			if (!isTimeZone(input.timeZone)) return invalid('timeZone', 'unknown-time-zone');
			if (!can(await standingOf(db, accountId), 'group.create', input.organisationId)) return notAllowed;
			const id = newId();
			const now = clock.now();
			await db.transaction().execute(async (trx) => {
				await insertGroup(trx, { ...input, id, name: input.name.trim(), purpose: input.purpose.trim() }, now);
				await memberships.addFounder(trx, { groupId: id, accountId });
				await charters.begin(trx, { groupId: id, language: input.language, by: accountId });
			});
			return read(accountId, id);
		},

		async configure(accountId, groupId, { secondReader }) {
			const [standing, group] = await Promise.all([standingOf(db, accountId), findGroup(db, groupId)]);
			if (group === undefined) return notFound;
			const subject = { groupId, organisationId: group.organisationId };
			if (!can(standing, 'group.configure', subject)) {
				return can(standing, 'group.read', subject) ? notAllowed : notFound;
			}
			await setSecondReader(db, groupId, secondReader);
			return read(accountId, groupId);
		},

		async ofOrganisation(accountId, organisationId) {
			if (!can(await standingOf(db, accountId), 'organisation.moderate', organisationId)) return notFound;
			return (await groupsOfOrganisation(db, organisationId)).map(summary);
		},
	};
}

function summary(group: GroupRow): GroupSummary {
	const { organisationId, organisationName, secondReader: _, ...rest } = group;
	return { ...rest, organisation: { id: organisationId, name: organisationName } };
}
