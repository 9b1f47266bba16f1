/**
 * The log says what the machine does, never what people write: no bodies, no cookies, no names.
 * Requests are logged by route pattern and status.
 */
import { type Logger, pino } from 'pino';
import type { LogLevel } from './config.ts';

export type Log = Logger;

export function createLog(level: LogLevel): Log {
	return pino({
		level,
		base: null,
		serializers: {
			req: (request: { method: string; routeOptions?: { url?: string } }) => ({
				method: request.method,
				route: request.routeOptions?.url ?? 'page',
			}),
			res: (reply: { statusCode: number }) => ({ status: reply.statusCode }),
			err: describeError,
		},
	});
}

/**
 * Type, code and place of an error. Not its message when it comes from the database: PostgreSQL
 * repeats the values of the failing row there.
 */
function describeError(error: Error & { code?: string; severity?: string }) {
	return {
		type: error.name,
		...(error.code === undefined ? {} : { code: error.code }),
		...(error.severity === undefined ? { message: error.message } : {}),
		stack: error.stack?.split('\n').slice(1).join('\n'),
	};
}
