/**
 * The pages: SvelteKit's build runs inside this server, as the handler of every path that is not
 * the API. While it renders, it reaches the API without leaving the process, with the cookies of
 * the person it renders for.
 */
import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import type { Config } from './config.ts';
import { refuse } from './http.ts';
import { Refusal } from './refusal.ts';
import { isApi } from './security.ts';

type PageHandler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** What pages find on their request (web/src/app.d.ts says it to them). */
interface PagesPlatform {
	api?: (request: Request) => Promise<Response>;
	/** Where pages may connect to beside this server, for their content security policy. */
	connectTo?: readonly string[];
}

const builtHandler = new URL('../../../web/build/handler.js', import.meta.url);

/** Serves the built pages; without a build (tests of the API alone) every such path is not found. */
export async function servePages(
	app: FastifyInstance,
	{ publicUrl, liveKit }: Pick<Config, 'publicUrl' | 'liveKit'>,
): Promise<void> {
	const handler = await loadHandler(publicUrl);
	// Its signals are a websocket; whether they can be reached, its client asks over http.
	const connectTo =
		liveKit === null ? [] : [originOf(liveKit.url), originOf(liveKit.url.replace(/^ws/, 'http'))];
	app.setNotFoundHandler((request, reply) => {
		if (handler === null || isApi(request.url) || !['GET', 'HEAD'].includes(request.method)) {
			return refuse(reply, new Refusal('not-found'));
		}
		// What stands on every answer (security.ts) stands on pages too.
		for (const [name, value] of Object.entries(reply.getHeaders())) {
			if (value !== undefined) reply.raw.setHeader(name, value);
		}
		reply.hijack();
		const raw = request.raw as IncomingMessage & PagesPlatform;
		raw.api = (inner) => callInside(app, inner, request.ip);
		raw.connectTo = connectTo;
		handler(raw, reply.raw, () => {
			reply.raw.statusCode = 404;
			reply.raw.end();
		});
	});
}

async function loadHandler(publicUrl: string): Promise<PageHandler | null> {
	if (!existsSync(fileURLToPath(builtHandler))) return null;
	// The adapter reads the public address from the environment when it is loaded.
	process.env['ORIGIN'] = publicUrl;
	const { handler } = (await import(builtHandler.href)) as { handler: PageHandler };
	return handler;
}

/** `address` is the visitor's: limits count them, not this process. */
async function callInside(app: FastifyInstance, request: Request, address: string): Promise<Response> {
	const url = new URL(request.url);
	const answer = await app.inject({
		remoteAddress: address,
		method: request.method as 'GET',
		url: url.pathname + url.search,
		headers: Object.fromEntries(request.headers),
		...(request.body === null ? {} : { payload: Buffer.from(await request.arrayBuffer()) }),
	});
	const headers = new Headers();
	for (const [name, value] of Object.entries(answer.headers)) {
		for (const one of Array.isArray(value) ? value : [value]) {
			if (one !== undefined) headers.append(name, String(one));
		}
	}
	const bare = answer.statusCode === 204 || answer.statusCode === 304;
	return new Response(bare ? null : new Uint8Array(answer.rawPayload), {
		status: answer.statusCode,
		headers,
	});
}

function originOf(address: string): string {
	const { protocol, host } = new URL(address);
	return `${protocol}//${host}`;
}
