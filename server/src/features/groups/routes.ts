import { endGroup, pauseGroup, resumeGroup } from '@entrepairs/contract/group-life';
import {
	configureGroup,
	createGroup,
	listDirectory,
	listMyGroups,
	readGroup,
} from '@entrepairs/contract/groups';
import { listOrganisationGroups } from '@entrepairs/contract/memberships';
import type { FastifyInstance } from 'fastify';
import { serve } from '../../platform/http.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { GroupLife } from './life.ts';
import type { GroupsService } from './service.ts';

export function groupsRoutes(app: FastifyInstance, groups: GroupsService, life: GroupLife): void {
	serve(app, listMyGroups, async ({ signIn }) => ({ groups: await groups.mine(signIn.accountId) }));
	serve(app, listDirectory, ({ signIn, query }) => groups.directory(signIn.accountId, query));
	serve(app, readGroup, ({ signIn, params }) => groups.read(signIn.accountId, params.groupId));
	serve(app, createGroup, ({ signIn, body }) => groups.create(signIn.accountId, body));
	serve(app, configureGroup, ({ signIn, params, body }) =>
		groups.configure(signIn.accountId, params.groupId, body),
	);
	serve(app, listOrganisationGroups, async ({ signIn, params }) => {
		const found = await groups.ofOrganisation(signIn.accountId, params.organisationId);
		return found instanceof Refusal ? found : { groups: found };
	});
	serve(app, pauseGroup, ({ signIn, params, body }) => life.pause(signIn.accountId, params.groupId, body));
	serve(app, resumeGroup, ({ signIn, params }) => life.resume(signIn.accountId, params.groupId));
	serve(app, endGroup, ({ signIn, params, body }) => life.end(signIn.accountId, params.groupId, body));
}
