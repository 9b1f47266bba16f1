/** What stands before every websocket, whatever it is for. */
import websocket from '@fastify/websocket';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refuse } from '../platform/http.ts';
import { Refusal } from '../platform/refusal.ts';

/** Lets websockets in. `close` is called at a stop, before the server closes what is left. */
export async function registerSockets(
	app: FastifyInstance,
	options: {
		readonly maxPayload: number;
		readonly protocols: readonly string[];
		close(): Promise<void>;
	},
): Promise<void> {
	await app.register(websocket, {
		options: {
			maxPayload: options.maxPayload,
			handleProtocols: (offered) => options.protocols.find((protocol) => offered.has(protocol)) ?? false,
		},
		preClose: () => options.close(),
	});
}

/**
 * Before an upgrade: browsers always name the page's origin there. Without it, or with another's, the
 * cookie proves nothing.
 */
export function doorkeeper(origins: readonly string[]) {
	return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
		const { origin } = request.headers;
		if (origin === undefined || !origins.includes(origin)) {
			return refuse(reply, new Refusal('foreign-origin'));
		}
		return request.signIn === null ? refuse(reply, new Refusal('signed-out')) : undefined;
	};
}
