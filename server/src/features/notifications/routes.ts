import {
	changeNotificationChoices,
	changeUnsubscription,
	listNotices,
	listWrittenMails,
	markNoticesRead,
	readNotificationChoices,
	readUnsubscription,
} from '@entrepairs/contract/notifications';
import type { FastifyInstance } from 'fastify';
import { refuse, serve } from '../../platform/http.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { NotificationsService } from './service.ts';

export async function notificationsRoutes(
	app: FastifyInstance,
	notifications: NotificationsService,
): Promise<void> {
	serve(app, listNotices, ({ signIn, query }) => notifications.list(signIn.accountId, query));
	serve(app, markNoticesRead, async ({ signIn, body }) => {
		await notifications.markRead(signIn.accountId, body.ids);
		return undefined;
	});
	serve(app, readNotificationChoices, ({ signIn }) => notifications.readChoices(signIn.accountId));
	serve(app, changeNotificationChoices, ({ signIn, body }) =>
		notifications.changeChoices(signIn.accountId, body),
	);
	serve(app, listWrittenMails, ({ signIn }) => notifications.writtenMails(signIn.accountId));
	serve(app, readUnsubscription, ({ params }) => notifications.useLink(params.token));
	serve(app, changeUnsubscription, ({ params, body }) => notifications.useLink(params.token, body.isOff));
	await oneClick(app, notifications);
}

/**
 * What mail programs send when somebody presses "unsubscribe" there (RFC 8058): a form, without cookie,
 * from anywhere (see platform/security.ts). What the form says does not matter; the address says it all.
 */
async function oneClick(app: FastifyInstance, notifications: NotificationsService): Promise<void> {
	await app.register(async (forms) => {
		forms.removeAllContentTypeParsers();
		forms.addContentTypeParser('*', { bodyLimit: 4_096 }, (_request, payload, done) => {
			payload.resume();
			payload.on('end', () => done(null, null)).on('error', done);
		});
		forms.post<{ Params: { token: string } }>(
			'/unsubscribe/:token',
			{ schema: { hide: true } },
			async (request, reply) => {
				const result = await notifications.useLink(request.params.token, true);
				if (result instanceof Refusal) return refuse(reply, result);
				return reply.code(200).type('text/plain').send('');
			},
		);
	});
}
