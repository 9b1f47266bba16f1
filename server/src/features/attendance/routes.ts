import {
	answerOffer,
	answerSession,
	answerSpan,
	configurePractice,
	giveUpRole,
	listMyAnswers,
	offerRole,
	readAttendance,
	readGroupRoles,
	setRole,
	takeRole,
} from '@entrepairs/contract/attendance';
import type { FastifyInstance } from 'fastify';
import { serve } from '../../platform/http.ts';
import type { RolesService } from './roles.ts';
import type { AttendanceService } from './service.ts';

export function attendanceRoutes(
	app: FastifyInstance,
	{ attendance, roles }: { readonly attendance: AttendanceService; readonly roles: RolesService },
): void {
	serve(app, readAttendance, ({ signIn, params }) => attendance.read(signIn.accountId, params.sessionId));
	serve(app, listMyAnswers, async ({ signIn }) => ({ sessions: await attendance.mine(signIn.accountId) }));
	serve(app, answerSession, ({ signIn, params, body }) =>
		attendance.answer(signIn.accountId, params.sessionId, body),
	);
	serve(app, answerSpan, ({ signIn, params, body }) =>
		attendance.answerSpan(signIn.accountId, params.groupId, body),
	);
	serve(app, readGroupRoles, ({ signIn, params }) => attendance.ofGroup(signIn.accountId, params.groupId));
	serve(app, configurePractice, ({ signIn, params, body }) =>
		attendance.configure(signIn.accountId, params.groupId, body),
	);
	serve(app, takeRole, ({ signIn, params }) => roles.take(signIn.accountId, params.sessionId, params.role));
	serve(app, giveUpRole, ({ signIn, params }) =>
		roles.giveUp(signIn.accountId, params.sessionId, params.role),
	);
	serve(app, setRole, ({ signIn, params, body }) =>
		roles.set(signIn.accountId, params.sessionId, params.role, body.accountId),
	);
	serve(app, offerRole, ({ signIn, params, body }) =>
		roles.offer(signIn.accountId, params.sessionId, params.role, body),
	);
	serve(app, answerOffer, ({ signIn, params, body }) =>
		roles.answerOffer(signIn.accountId, params.offerId, body.accepted),
	);
}
