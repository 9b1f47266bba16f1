/** Headers and checks that stand before every feature. */
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import type { Config } from './config.ts';
import { refuse } from './http.ts';
import { invalid, Refusal } from './refusal.ts';

/** Requests to the API from one address; pages and their files do not count. */
const REQUESTS_A_MINUTE = 1_200;

export async function secure(app: FastifyInstance, config: Config): Promise<void> {
	await app.register(helmet, {
		// Pages bring their own policy with nonces; answers of the API get the strictest one below.
		contentSecurityPolicy: false,
		strictTransportSecurity: config.secureCookies,
		crossOriginResourcePolicy: { policy: 'same-origin' },
		referrerPolicy: { policy: 'same-origin' },
	});
	await app.register(rateLimit, {
		max: REQUESTS_A_MINUTE,
		timeWindow: '1 minute',
		allowList: (request) =>
			!request.url.startsWith('/api/') && !(request.method === 'POST' && isOneClick(request.url)),
		errorResponseBuilder: (_request, context) =>
			Object.assign(new Error('too many requests'), { statusCode: 429, ttl: context.ttl }),
	});

	app.addHook('onRequest', async (request, reply) => {
		if (isApi(request.url)) {
			reply.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
			reply.header('cache-control', 'no-store');
		}
		if (
			!['GET', 'HEAD', 'OPTIONS'].includes(request.method) &&
			!isOneClick(request.url) &&
			comesFromElsewhere(request.headers, config.origins)
		) {
			return refuse(reply, new Refusal('foreign-origin'));
		}
	});

	app.addHook('preValidation', async (request, reply) => {
		const field = fieldWithNul(request.body, []);
		if (field !== null) return refuse(reply, invalid(field, 'wrong-format'));
	});
}

/** Whether a path belongs to the API or the websockets rather than to pages. */
export function isApi(url: string): boolean {
	return /^\/(api|collab|rooms|healthz|readyz|metrics)(\/|\?|$)/.test(url);
}

/** The one request that may come from any page: it carries no cookie's rights, only what its address says. */
function isOneClick(url: string): boolean {
	return url.startsWith('/unsubscribe/');
}

/** Another site's page sent this. Programs send no Origin; browsers always do when it matters. */
function comesFromElsewhere(
	headers: {
		readonly origin?: string | undefined;
		readonly 'sec-fetch-site'?: string | string[] | undefined;
	},
	origins: readonly string[],
): boolean {
	if (headers.origin !== undefined) return !origins.includes(headers.origin);
	const site = headers['sec-fetch-site'];
	return site === 'cross-site' || site === 'same-site';
}

/** PostgreSQL cannot store U+0000; the path of the first field that has one. */
function fieldWithNul(value: unknown, path: readonly string[]): string | null {
	if (typeof value === 'string') return value.includes('\0') ? path.join('.') : null;
	if (typeof value !== 'object' || value === null || path.length > 8) return null;
	for (const [key, inner] of Object.entries(value)) {
		const found = fieldWithNul(inner, [...path, key]);
		if (found !== null) return found;
	}
	return null;
}
