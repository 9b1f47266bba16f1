import {
	changeMethod,
	copyMethod,
	listMethods,
	readMethod,
	retireMethod,
} from '@entrepairs/contract/methods';
import type { FastifyInstance } from 'fastify';
import { serve } from '../../platform/http.ts';
import type { MethodsService } from './service.ts';

export function methodsRoutes(app: FastifyInstance, methods: MethodsService): void {
	serve(app, listMethods, ({ signIn, params }) => methods.list(signIn.accountId, params.groupId));
	serve(app, readMethod, ({ signIn, params, query }) =>
		methods.read(
			signIn.accountId,
			params.groupId,
			params.ref,
			query.version === undefined ? undefined : Number(query.version),
		),
	);
	serve(app, copyMethod, ({ signIn, params, body }) => methods.copy(signIn.accountId, params.groupId, body));
	serve(app, changeMethod, ({ signIn, params, body }) =>
		methods.change(signIn.accountId, params.groupId, params.ref, body),
	);
	serve(app, retireMethod, ({ signIn, params, body }) =>
		methods.retire(signIn.accountId, params.groupId, params.ref, body.retired),
	);
}
