import { changeMe, readMe, signIn, signOut, signUp } from '@entrepairs/contract/accounts';
import type { FastifyInstance } from 'fastify';
import { serve } from '../../platform/http.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { AccountsService } from './service.ts';
import type { SignIns } from './sign-ins.ts';

/** New accounts from one address: enough for a room of people behind one connection. */
const SIGN_UPS_AN_HOUR = 60;

export function accountsRoutes(app: FastifyInstance, accounts: AccountsService, signIns: SignIns): void {
	serve(
		app,
		signUp,
		async ({ body, reply }) => {
			const result = await accounts.signUp(body);
			if (result instanceof Refusal) return result;
			reply.header('set-cookie', result.cookie);
			return result.me;
		},
		{ config: { rateLimit: { max: SIGN_UPS_AN_HOUR, timeWindow: '1 hour' } } },
	);

	serve(app, signIn, async ({ body, request, reply }) => {
		const result = await accounts.signIn(body, request.ip);
		if (result instanceof Refusal) return result;
		// The sign-in this browser had before, if any, ends: ids are never carried over.
		if (request.signIn !== null) await accounts.signOut(request.signIn, false);
		reply.header('set-cookie', result.cookie);
		return result.me;
	});

	serve(app, signOut, async ({ query, signIn: current, reply }) => {
		if (current !== null) await accounts.signOut(current, query.everywhere === 'true');
		reply.header('set-cookie', signIns.blankCookie);
		return undefined;
	});

	serve(app, readMe, async ({ signIn: { accountId } }) => accounts.readMe(accountId));

	serve(app, changeMe, async ({ signIn: { accountId }, body }) => accounts.changeMe(accountId, body));
}
