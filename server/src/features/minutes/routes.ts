import {
	adoptMinutes,
	approveMinutes,
	eraseInMinutes,
	forgetHeldBack,
	listAttended,
	readAdoptedVersion,
	readHistory,
	readMinutes,
	reopenMinutes,
} from '@entrepairs/contract/minutes';
import type { FastifyInstance } from 'fastify';
import { serve } from '../../platform/http.ts';
import type { RecordService } from './record.ts';
import type { MinutesService } from './service.ts';

export function minutesRoutes(
	app: FastifyInstance,
	{ minutes, record }: { readonly minutes: MinutesService; readonly record: RecordService },
): void {
	serve(app, readMinutes, ({ signIn, params }) => minutes.read(signIn.accountId, params.sessionId));
	serve(app, approveMinutes, ({ signIn, params, body }) =>
		minutes.approve(signIn.accountId, params.sessionId, body.approves),
	);
	serve(app, adoptMinutes, ({ signIn, params }) => minutes.adopt(signIn.accountId, params.sessionId));
	serve(app, reopenMinutes, ({ signIn, params }) => minutes.reopen(signIn.accountId, params.sessionId));
	serve(app, readAdoptedVersion, ({ signIn, params }) =>
		minutes.version(signIn.accountId, params.sessionId, params.versionId),
	);
	serve(app, forgetHeldBack, ({ signIn, params }) =>
		minutes.forgetHeldBack(signIn.accountId, params.sessionId),
	);
	serve(app, eraseInMinutes, ({ signIn, params, body }) =>
		minutes.erase(signIn.accountId, params.sessionId, body.sections),
	);
	serve(app, readHistory, ({ signIn, params, query }) =>
		record.history(signIn.accountId, params.groupId, query.before ? new Date(query.before) : null),
	);
	serve(app, listAttended, async ({ signIn }) => ({ sessions: await record.attended(signIn.accountId) }));
}
