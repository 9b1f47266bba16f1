/** The description of the API, made from the same schemas that validate it. */
import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';

export async function describeApi(
	app: FastifyInstance,
	cookieName: string,
	publicUrl: string,
): Promise<void> {
	await app.register(swagger, {
		openapi: {
			openapi: '3.1.0',
			info: {
				title: 'Entrepairs',
				version: '0.1.0',
				description: 'Peer supervision: groups, sessions, co-written cases and private notes.',
			},
			servers: [{ url: publicUrl }],
			components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: cookieName } } },
		},
	});
	app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger());
}
