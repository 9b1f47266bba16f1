import {
	changeFeed,
	endFeed,
	listCalendar,
	listFeeds,
	makeFeed,
	readSessionFile,
	renewFeed,
} from '@entrepairs/contract/calendar';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { serve } from '../../platform/http.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { CalendarFeeds, ReadFeed } from './feeds.ts';
import type { CalendarService } from './service.ts';

/** From one address: calendar services read for many people at once. */
const READINGS_A_MINUTE = 600;
const CALENDAR = 'text/calendar; charset=utf-8';

export function calendarRoutes(
	app: FastifyInstance,
	{ calendar, feeds }: { readonly calendar: CalendarService; readonly feeds: CalendarFeeds },
): void {
	serve(app, listCalendar, ({ signIn, query }) => calendar.between(signIn.accountId, query));
	serve(app, readSessionFile, async ({ signIn, params, reply }) => {
		const file = await calendar.file(signIn.accountId, params.sessionId);
		if (file instanceof Refusal) return file;
		reply.type(CALENDAR).header('content-disposition', 'attachment; filename="entrepairs.ics"');
		return file;
	});
	serve(app, listFeeds, async ({ signIn }) => ({ feeds: await feeds.list(signIn.accountId) }));
	serve(app, makeFeed, ({ signIn, body }) => feeds.make(signIn.accountId, body));
	serve(app, renewFeed, ({ signIn, params }) => feeds.renew(signIn.accountId, params.feedId));
	serve(app, changeFeed, ({ signIn, params, body }) =>
		feeds.change(signIn.accountId, params.feedId, body.neutralTitles),
	);
	serve(app, endFeed, ({ signIn, params }) => feeds.end(signIn.accountId, params.feedId));

	/**
	 * Not an endpoint of the API: it stands among the pages, whose requests are never logged, because its
	 * address is a secret. It says nothing to who has a wrong one.
	 */
	app.get<{ Params: { secret: string } }>('/calendar/:secret.ics', {
		schema: { hide: true },
		// Pages do not count otherwise.
		config: { rateLimit: { max: READINGS_A_MINUTE, timeWindow: '1 minute', allowList: [] } },
		async handler(request, reply) {
			const read = await feeds.read(request.params.secret);
			reply
				.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
				.header('referrer-policy', 'no-referrer')
				.header('x-robots-tag', 'noindex')
				.header('cache-control', read === null ? 'no-store' : 'private, no-cache');
			if (read === null) return reply.code(404).send();
			return sendFeed(reply, read, request.headers['if-none-match']);
		},
	});
}

function sendFeed(reply: FastifyReply, read: ReadFeed, known: string | undefined): FastifyReply {
	reply.header('etag', read.tag).header('last-modified', read.changedAt.toUTCString());
	if (isKnown(read.tag, known)) return reply.code(304).send();
	return reply
		.type(CALENDAR)
		.header('content-disposition', 'inline; filename="entrepairs.ics"')
		.send(read.content);
}

/** Whether a program has this content already (RFC 9110, 13.1.2): what it was given may have been marked weak on the way. */
function isKnown(tag: string, known: string | undefined): boolean {
	return (known ?? '').split(',').some((one) => ['*', tag].includes(one.trim().replace(/^W\//, '')));
}
