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
import type { GroupsService } from './service.ts';

export function groupsRoutes(app: FastifyInstance, groups: GroupsService): void {
	serve(app, listMyGroups, async ({ signIn }) => ({ groups: await groups.mine(signIn.accountId) }));
	serve(app, listDirectory, async ({ signIn }) => ({ groups: await groups.directory(signIn.accountId) }));
	serve(app, readGroup, ({ signIn, params }) => groups.read(signIn.accountId, params.groupId));
	serve(app, createGroup, ({ signIn, body }) => groups.create(signIn.accountId, body));
	serve(app, configureGroup, ({ signIn, params, body }) =>
		groups.configure(signIn.accountId, params.groupId, body),
	);
	serve(app, listOrganisationGroups, async ({ signIn, params }) => {
		const found = await groups.ofOrganisation(signIn.accountId, params.organisationId);
		return found instanceof Refusal ? found : { groups: found };
	});
}
