/**
 * Builds the application from its parts. `main.ts` and the tests start this same app; the only
 * difference is the world they hand in.
 */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import fastify, { type FastifyInstance, LogController } from 'fastify';
import { createCollabMetrics } from './collab/collab-metrics.ts';
import { alone, createFanOut } from './collab/fan-out.ts';
import { type CollabLimits, defaultLimits } from './collab/limits.ts';
import { registerCollab } from './collab/upgrade.ts';
import { createSignInAttempts } from './features/accounts/attempts.ts';
import { accountsRoutes } from './features/accounts/routes.ts';
import { createAccountsService } from './features/accounts/service.ts';
import { createSignIns } from './features/accounts/sign-ins.ts';
import { createDetector } from './features/cases/detector.ts';
import { createCaseHistory } from './features/cases/history.ts';
import { casesRoutes } from './features/cases/routes.ts';
import { createCasesService } from './features/cases/service.ts';
import { createCaseSharing } from './features/cases/sharing.ts';
import { groupsRoutes } from './features/groups/routes.ts';
import { createGroupsService } from './features/groups/service.ts';
import { journalRoutes } from './features/journal/routes.ts';
import { createJournalService } from './features/journal/service.ts';
import { membershipsRoutes } from './features/memberships/routes.ts';
import { createMembershipsService } from './features/memberships/service.ts';
import { countMails } from './features/notifications/mail-metrics.ts';
import { notificationsRoutes } from './features/notifications/routes.ts';
import { createNotificationsService } from './features/notifications/service.ts';
import { sessionsRoutes } from './features/sessions/routes.ts';
import { createSessionsService } from './features/sessions/service.ts';
import { healthRoutes } from './platform/health.ts';
import { handleErrors } from './platform/http.ts';
import type { PeriodicJob } from './platform/jobs.ts';
import { createMetrics, metricsRoute } from './platform/metrics.ts';
import { describeApi } from './platform/openapi.ts';
import { servePages } from './platform/pages.ts';
import { isApi, secure } from './platform/security.ts';
import type { World } from './world.ts';

/** The largest request: a reflective note of three long answers, in JSON. */
const BODY_LIMIT_BYTES = 512 * 1024;

export async function buildApp(world: World, limits: CollabLimits = defaultLimits): Promise<FastifyInstance> {
	const { config, db, clock, events, keyring, log } = world;
	const app = fastify({
		loggerInstance: log,
		logController: new LogController({ disableRequestLogging: (request) => !isApi(request.url) }),
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
	const metrics = createMetrics();
	metricsRoute(app, metrics);

	const accounts = createAccountsService({ db, clock, events, signIns, attempts: createSignInAttempts() });
	accountsRoutes(app, accounts, signIns);

	const sessions = createSessionsService({
		db,
		clock,
		casesIn: (who, sessionIds) => cases.inSessions(who, sessionIds),
	});
	sessionsRoutes(app, sessions);
	const detector = createDetector(log);
	app.addHook('onClose', () => detector.close());
	const cases = createCasesService({ db, clock, keyring, detector });
	// The document host asks the cases for rights, and is asked by them for texts: it is there when they are used.
	const sharing = createCaseSharing({
		db,
		clock,
		keyring,
		events,
		detector,
		sessions,
		cases,
		collab: { settle: (id) => app.collab.settle(id) },
	});
	const history = createCaseHistory({
		db,
		clock,
		keyring,
		versionsPerDocument: limits.versionsPerDocument,
		collab: {
			settle: (id) => app.collab.settle(id),
			write: (id, by, change) => app.collab.write(id, by, change),
			erase: (id, erasure) => app.collab.erase(id, erasure),
		},
	});
	casesRoutes(app, { cases, sharing, history });
	journalRoutes(app, createJournalService({ db, clock, keyring, sessions }));
	const memberships = createMembershipsService({ db, clock, events });
	membershipsRoutes(app, memberships);
	const notifications = createNotificationsService({ db, clock, config, log, sessions });
	await notificationsRoutes(app, notifications);
	countMails(metrics, db);
	groupsRoutes(app, createGroupsService({ db, clock, memberships, nextSessions: sessions.nextOf }));

	await registerCollab(app, {
		db,
		keyring,
		log,
		events,
		limits,
		metrics: createCollabMetrics(metrics),
		fanOut: world.carrier === null ? alone : createFanOut(world.carrier, log),
		origins: config.origins,
		accessOf: cases.accessOf,
		stillSignedIn: signIns.stillOpen,
	});
	const periodicJobs: readonly PeriodicJob[] = [...notifications.jobs];
	for (const job of periodicJobs) world.jobs.every(job);
	app.addHook('onClose', () => world.jobs.stop());
	await servePages(app, config.publicUrl);
	return app;
}
