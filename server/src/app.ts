/**
 * Builds the application from its parts. `main.ts` and the tests start this same app; the only
 * difference is the world they hand in.
 */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import fastify, { type FastifyInstance } from 'fastify';
import { createSignInAttempts } from './features/accounts/attempts.ts';
import { accountsRoutes } from './features/accounts/routes.ts';
import { createAccountsService } from './features/accounts/service.ts';
import { createSignIns } from './features/accounts/sign-ins.ts';
import { healthRoutes } from './platform/health.ts';
import { handleErrors } from './platform/http.ts';
import { describeApi } from './platform/openapi.ts';
import { servePages } from './platform/pages.ts';
import { isApi, secure } from './platform/security.ts';
import type { World } from './world.ts';

/** The largest request: a reflective note of three long answers, in JSON. */
const BODY_LIMIT_BYTES = 512 * 1024;

export async function buildApp(world: World): Promise<FastifyInstance> {
	const { config, db, clock, events, log } = world;
	const app = fastify({
		loggerInstance: log,
		disableRequestLogging: (request) => !isApi(request.url),
		bodyLimit: BODY_LIMIT_BYTES,
		trustProxy: config.behindProxy ? ['loopback', 'linklocal', 'uniquelocal'] : false,
		forceCloseConnections: true,
		ajv: { customOptions: { allErrors: true, coerceTypes: false, removeAdditional: false, strict: false } },
	}).withTypeProvider<TypeBoxTypeProvider>() as unknown as FastifyInstance;

	// Only JSON is understood: a form of another site cannot be taken for a request of ours.
	app.removeContentTypeParser('text/plain');
	handleErrors(app);
	await secure(app, config);

	const signIns = createSignIns(db, { secure: config.secureCookies });
	app.decorateRequest('signIn', null);
	app.addHook('onRequest', async (request, reply) => {
		if (!isApi(request.url)) return;
		const found = await signIns.read(request.headers.cookie);
		request.signIn = found?.signIn ?? null;
		if (found?.renewedCookie) reply.header('set-cookie', found.renewedCookie);
	});

	await describeApi(app, signIns.cookieName, config.publicUrl);
	healthRoutes(app, db);

	const accounts = createAccountsService({ db, clock, events, signIns, attempts: createSignInAttempts() });
	accountsRoutes(app, accounts, signIns);

	await servePages(app, config.publicUrl);
	return app;
}
