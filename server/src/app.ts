/**
 * Builds the application from its parts. `main.ts` and the tests start this same app; the only
 * difference is the world they hand in.
 */

import { roles as sessionRoles } from '@entrepairs/contract/attendance';
import { CALL_PLACES } from '@entrepairs/contract/call';
import { COLLAB_SUBPROTOCOL } from '@entrepairs/contract/collab';
import { ROOM_SUBPROTOCOL } from '@entrepairs/contract/room';
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
import { type AgendaService, createAgendaService } from './features/agenda/agenda.ts';
import { agendaRoutes } from './features/agenda/routes.ts';
import { createPitchesService } from './features/agenda/service.ts';
import { expectedAt } from './features/attendance/expected.ts';
import { createRoleFixing, type RoleFixing } from './features/attendance/fixing.ts';
import { createQuorums, type Quorums } from './features/attendance/quorums.ts';
import { createRolesService } from './features/attendance/roles.ts';
import type { RotationSources } from './features/attendance/rotation.ts';
import { attendanceRoutes } from './features/attendance/routes.ts';
import { createAttendanceService } from './features/attendance/service.ts';
import { createCalendarFeeds } from './features/calendar/feeds.ts';
import { createInviting } from './features/calendar/inviting.ts';
import { calendarRoutes } from './features/calendar/routes.ts';
import { createCalendarService } from './features/calendar/service.ts';
import { callRoutes } from './features/call/routes.ts';
import { createCallService } from './features/call/service.ts';
import { createDetector } from './features/cases/detector.ts';
import { createCaseHistory } from './features/cases/history.ts';
import { casesRoutes } from './features/cases/routes.ts';
import { createCasesService, type WritableNow } from './features/cases/service.ts';
import { createCaseSharing } from './features/cases/sharing.ts';
import { chartersRoutes } from './features/charters/routes.ts';
import { createChartersService } from './features/charters/service.ts';
import { createConflictQuestions } from './features/conflicts/questions.ts';
import { conflictsRoutes } from './features/conflicts/routes.ts';
import { createConflictsService } from './features/conflicts/service.ts';
import { createRevealing } from './features/contributions/revealing.ts';
import { createContributions } from './features/contributions/service.ts';
import { dangersRoutes } from './features/dangers/routes.ts';
import { createDangersService } from './features/dangers/service.ts';
import { createGroupLife } from './features/groups/life.ts';
import { groupsRoutes } from './features/groups/routes.ts';
import { createGroupsService } from './features/groups/service.ts';
import { invitationsRoutes } from './features/invitations/routes.ts';
import { createInvitationsService } from './features/invitations/service.ts';
import { journalRoutes } from './features/journal/routes.ts';
import { createJournalService } from './features/journal/service.ts';
import { membershipsRoutes } from './features/memberships/routes.ts';
import { createMembershipsService } from './features/memberships/service.ts';
import { methodsRoutes } from './features/methods/routes.ts';
import { createMethodsService } from './features/methods/service.ts';
import { createDrafting, draftAtTheEnd, MINUTES_JOB } from './features/minutes/drafting.ts';
import { createRecordService } from './features/minutes/record.ts';
import { minutesRoutes } from './features/minutes/routes.ts';
import { createMinutesService } from './features/minutes/service.ts';
import { notesRoutes } from './features/notes/routes.ts';
import { createNotesService } from './features/notes/service.ts';
import { countMails } from './features/notifications/mail-metrics.ts';
import { notificationsRoutes } from './features/notifications/routes.ts';
import { createNotificationsService } from './features/notifications/service.ts';
import { remindOfPolls } from './features/polls/reminders.ts';
import { pollsRoutes } from './features/polls/routes.ts';
import { createPollsService } from './features/polls/service.ts';
import { createBetween, alone as roomsAlone } from './features/room/between.ts';
import { keepingStages } from './features/room/keeping.ts';
import { defaultRoomLimits, type RoomLimits } from './features/room/limits.ts';
import { roomDeadlinesJob, tellOfStage } from './features/room/over-days.ts';
import { createRoomMetrics } from './features/room/room-metrics.ts';
import { roomRoutes } from './features/room/routes.ts';
import { createRoomsService } from './features/room/service.ts';
import { registerRooms } from './features/room/upgrade.ts';
import { sessionsRoutes } from './features/sessions/routes.ts';
import { createSessionsService } from './features/sessions/service.ts';
import { healthRoutes } from './platform/health.ts';
import { handleErrors } from './platform/http.ts';
import type { PeriodicJob } from './platform/jobs.ts';
import { senderAddress } from './platform/mail.ts';
import { createMetrics, metricsRoute } from './platform/metrics.ts';
import { describeApi } from './platform/openapi.ts';
import { servePages } from './platform/pages.ts';
import { isApi, secure } from './platform/security.ts';
import { registerSockets } from './sockets/door.ts';
import type { World } from './world.ts';

declare module 'fastify' {
	interface FastifyInstance {
		/** What a periodic job has to do about sessions that come near. */
		due: Quorums & RoleFixing & Pick<AgendaService, 'forget'>;
	}
}

/** The largest request: a reflective note of three long answers, in JSON. */
const BODY_LIMIT_BYTES = 512 * 1024;

export async function buildApp(
	world: World,
	limits: CollabLimits = defaultLimits,
	roomLimits: RoomLimits = defaultRoomLimits,
): Promise<FastifyInstance> {
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
		carriers: [
			{ carry: (trx, pairs) => cases.carry(trx, pairs) },
			{ carry: (trx, pairs) => journal.carry(trx, pairs) },
			{ carry: (trx, pairs) => notes.carry(trx, pairs) },
			{ carry: (trx, pairs) => attendance.carry(trx, pairs) },
			{ carry: (trx, pairs) => pitches.carry(trx, pairs) },
			{ carry: (trx, pairs) => minutes.carry(trx, pairs) },
			{ carry: (trx, pairs) => rooms.carry(trx, pairs) },
		],
		casesIn: (who, sessionIds) => cases.inSessions(who, sessionIds),
	});
	sessionsRoutes(app, sessions);
	dangersRoutes(app, createDangersService({ db, clock, sessions }));
	pollsRoutes(app, createPollsService({ db, clock, sessions }));
	callRoutes(app, createCallService({ db, clock, config, sessions }));
	const { publicUrl } = config;
	calendarRoutes(app, {
		calendar: createCalendarService({ db, clock, publicUrl, sessions }),
		feeds: createCalendarFeeds({ db, clock, publicUrl, sessions }),
	});
	const detector = createDetector(log);
	app.addHook('onClose', () => detector.close());
	const writableNow: WritableNow = (caseId, accountId, sections) =>
		rooms.sectionsIn(caseId, accountId, sections);
	const cases = createCasesService({ db, clock, keyring, detector, writableNow });
	const sources: RotationSources = {
		waitingCases: (from, groupIds) => pitches.waitingCases(from, groupIds),
	};
	const attendance = createAttendanceService({ db, clock, keyring, sessions, sources });
	const roles = createRolesService({ db, clock, sessions, sources, attendance });
	attendanceRoutes(app, { attendance, roles });
	const pitches = createPitchesService({ db, clock, keyring, detector, sessions, roles });
	const agenda = createAgendaService({ db, clock, keyring, sessions, casesIn: cases.inSessions });
	agendaRoutes(app, { agenda, pitches });
	app.decorate('due', {
		...createQuorums({ db, sessions }),
		...createRoleFixing({ db, sessions, sources }),
		forget: async (now) => {
			await agenda.forget(now);
			await attendance.forget();
		},
	});
	// The document host asks the cases for rights, and is asked by them for texts: it is there when they are used.
	const sharing = createCaseSharing({
		db,
		clock,
		keyring,
		events,
		detector,
		sessions,
		cases,
		pitches,
		collab: { settle: (id) => app.collab.settle(id) },
	});
	const history = createCaseHistory({
		writableNow,
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
	const methods = createMethodsService({ db, clock });
	const revealing = createRevealing({
		...{ db, clock, keyring, log },
		collab: { write: (id, by, change) => app.collab.write(id, by, change) },
		sectionsOf: cases.sectionsOf,
	});
	const keepStage = keepingStages({ db, log, keep: history.keep });
	const rooms = createRoomsService({
		...{ db, clock, keyring, events, sessions, detector },
		methodFor: (groupId, ref) => methods.find(groupId, ref),
		limits: roomLimits,
		followers: [tellOfStage, draftAtTheEnd, revealing.follow],
		afterwards: [(change) => revealing.afterwards(change).then(() => keepStage(change))],
		rolesIn: async ({ id, group, startsAt }) => {
			const { holder } = await roles.ahead(group.id, startsAt);
			return sessionRoles.flatMap((role) => {
				const accountId = holder(id, role);
				return accountId === null ? [] : [{ role, accountId }];
			});
		},
		casesFor: cases.openIn,
	});
	roomRoutes(app, rooms);
	const contributions = createContributions({
		...{ db, clock, keyring, detector, rooms },
		beatMs: roomLimits.beatMs,
	});
	app.addHook('onClose', async () => contributions.close());
	const drafting = createDrafting({ db, clock, keyring, detector, sessions, rooms });
	const minutes = createMinutesService({
		db,
		clock,
		keyring,
		events,
		cases,
		drafting,
		versionsPerDocument: limits.versionsPerDocument,
		collab: {
			settle: (id) => app.collab.settle(id),
			erase: (id, erasure) => app.collab.erase(id, erasure),
		},
	});
	minutesRoutes(app, { minutes, record: createRecordService({ db, clock, keyring }) });
	const journal = createJournalService({ db, clock, keyring, sessions });
	journalRoutes(app, journal);
	const notes = createNotesService({ db, clock, keyring, sessions, journal });
	notesRoutes(app, notes);
	const charters = createChartersService({ db, clock, events, sessions });
	chartersRoutes(app, charters);
	methodsRoutes(app, methods);
	conflictsRoutes(app, {
		conflicts: createConflictsService({ db, clock, keyring }),
		questions: createConflictQuestions({ db, clock, keyring }),
	});
	const memberships = createMembershipsService({ db, clock, events });
	membershipsRoutes(app, memberships);
	const groups = createGroupsService({ db, clock, memberships, nextSessions: sessions.nextOf });
	groupsRoutes(app, groups, createGroupLife({ db, clock, events, memberships, groups }));
	invitationsRoutes(app, createInvitationsService({ db, clock, events, memberships }));
	const inviting = createInviting({
		db,
		clock,
		sessions,
		site: { publicUrl, address: senderAddress(config) },
	});
	const notifications = createNotificationsService({
		db,
		clock,
		config,
		log,
		sessions,
		invitationOf: (notice) => inviting.of(notice),
		expected: (found) => expectedAt(db, found),
	});
	await notificationsRoutes(app, notifications);
	countMails(metrics, db);

	await registerSockets(app, {
		maxPayload: 2 * Math.max(limits.frameBytes, roomLimits.frameBytes),
		protocols: [COLLAB_SUBPROTOCOL, ROOM_SUBPROTOCOL],
		close: async () => {
			await Promise.all([app.rooms.close(), app.collab.close()]);
		},
	});
	registerRooms(app, {
		...{ db, clock, log, events, sessions, rooms, contributions },
		limits: roomLimits,
		metrics: createRoomMetrics(metrics),
		between: world.carrier === null ? roomsAlone : createBetween(world.carrier, log),
		origins: config.origins,
		stillSignedIn: signIns.stillOpen,
		callPlaces: config.liveKit === null ? CALL_PLACES : Number.POSITIVE_INFINITY,
	});
	await registerCollab(app, {
		db,
		keyring,
		log,
		events,
		limits,
		metrics: createCollabMetrics(metrics),
		fanOut: world.carrier === null ? alone : createFanOut(world.carrier, log),
		origins: config.origins,
		accessOf: async (accountId, id) =>
			(await cases.accessOf(accountId, id)) ?? minutes.accessOf(accountId, id),
		stillSignedIn: signIns.stillOpen,
	});
	const periodicJobs: readonly PeriodicJob[] = [
		...notifications.jobs,
		{ name: 'quorum', cron: '* * * * *', run: () => app.due.judgeQuorum(clock.now()).then(() => null) },
		{ name: 'roles', cron: '*/5 * * * *', run: () => app.due.fixRoles(clock.now()).then(() => null) },
		{ name: 'offers', cron: '*/5 * * * *', run: () => memberships.settleAllOffers().then(() => null) },
		{ name: 'polls', cron: '*/5 * * * *', run: () => remindOfPolls(db, clock.now()).then(() => null) },
		{ name: MINUTES_JOB, cron: '* * * * *', run: (signal) => drafting.settleAll(signal).then(() => null) },
		revealing.job,
		roomDeadlinesJob({ db, clock, rooms }),
		{ name: 'pitches', cron: '7 * * * *', run: () => app.due.forget(clock.now()).then(() => null) },
	];
	for (const job of periodicJobs) world.jobs.every(job);
	app.addHook('onClose', () => world.jobs.stop());
	await servePages(app, config);
	return app;
}
