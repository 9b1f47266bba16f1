/** The door of `/collab/<document id>`: origin, sign-in and rights are checked before the upgrade. */
import { COLLAB_SUBPROTOCOL } from '@entrepairs/contract/collab';
import { Id } from '@entrepairs/contract/values';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { refuse } from '../platform/http.ts';
import { notFound } from '../platform/refusal.ts';
import { doorkeeper } from '../sockets/door.ts';
import { type CollabDeps, type CollabHost, createCollabHost } from './host.ts';

declare module 'fastify' {
	interface FastifyInstance {
		collab: CollabHost;
	}
}

const Params = Type.Object({ documentId: Id });
const Query = Type.Object({ epoch: Type.Optional(Type.String({ pattern: '^[0-9]{1,9}$' })) });

export async function registerCollab(
	app: FastifyInstance,
	deps: CollabDeps & { readonly origins: readonly string[] },
): Promise<void> {
	const host = createCollabHost(deps);
	app.decorate('collab', host);
	app.get(
		'/collab/:documentId',
		{
			websocket: true,
			schema: { hide: true, params: Params, querystring: Query },
			onRequest: doorkeeper(deps.origins),
			preHandler: async (request, reply) => {
				const { documentId } = request.params as { documentId: string };
				const accountId = request.signIn?.accountId;
				if (accountId === undefined || (await deps.accessOf(accountId, documentId)) === null) {
					return refuse(reply, notFound);
				}
			},
		},
		(socket, request) => {
			const { signIn } = request;
			if (signIn === null) throw new Error('a websocket without a sign-in passed the door');
			const { epoch } = request.query as { epoch?: string };
			host.open(socket, {
				documentId: (request.params as { documentId: string }).documentId,
				accountId: signIn.accountId,
				signInHash: signIn.idHash,
				wire: request.raw.socket,
				speaksOurs: socket.protocol === COLLAB_SUBPROTOCOL,
				epoch: epoch === undefined ? null : Number(epoch),
			});
		},
	);
}
