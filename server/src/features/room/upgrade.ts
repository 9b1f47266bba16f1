/** The door of `/rooms/<session id>`: origin, sign-in and rights are checked before the upgrade. */
import { ROOM_SUBPROTOCOL } from '@entrepairs/contract/room';
import { SessionId } from '@entrepairs/contract/values';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { refuse } from '../../platform/http.ts';
import { notFound, Refusal } from '../../platform/refusal.ts';
import { doorkeeper } from '../../sockets/door.ts';
import { createRoomHost, type RoomHost, type RoomHostDeps } from './host.ts';

declare module 'fastify' {
	interface FastifyInstance {
		rooms: RoomHost;
	}
}

const Params = Type.Object({ sessionId: SessionId });

export function registerRooms(
	app: FastifyInstance,
	deps: RoomHostDeps & { readonly origins: readonly string[] },
): void {
	const host = createRoomHost(deps);
	app.decorate('rooms', host);
	app.get(
		'/rooms/:sessionId',
		{
			websocket: true,
			schema: { hide: true, params: Params },
			onRequest: doorkeeper(deps.origins),
			preHandler: async (request, reply) => {
				const { sessionId } = request.params as { sessionId: string };
				const accountId = request.signIn?.accountId;
				if (accountId === undefined) return refuse(reply, notFound);
				const why = await deps.rooms.mayEnter(accountId, sessionId);
				if (why !== null) return refuse(reply, why);
				// Somebody who speaks another protocol would not understand a word.
				const offered = request.headers['sec-websocket-protocol']?.split(',') ?? [];
				if (!offered.some((one) => one.trim() === ROOM_SUBPROTOCOL)) {
					return refuse(reply, new Refusal('malformed-body'));
				}
			},
		},
		(socket, request) => {
			const { signIn } = request;
			if (signIn === null) throw new Error('a websocket without a sign-in passed the door');
			host.open(socket, {
				sessionId: (request.params as { sessionId: string }).sessionId,
				accountId: signIn.accountId,
				signInHash: signIn.idHash,
				wire: request.raw.socket,
			});
		},
	);
}
