/** The description of the API, made from the same schemas that validate it. */
import { Problem } from '@entrepairs/contract/problem';
import swagger from '@fastify/swagger';
import type { FastifyInstance, FastifySchema } from 'fastify';

const refused = {
	description: 'Refused',
	content: { 'application/problem+json': { schema: Problem } },
};

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
		transform: ({ schema, url }) => ({ schema: withRefusal(schema), url }),
	});
	app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger());
}

/** Every endpoint of the contract may refuse; it is said here once, and serialised by `refuse` (http.ts). */
function withRefusal(schema: FastifySchema): FastifySchema {
	const response = schema?.response;
	if (response === undefined) return schema;
	return { ...schema, response: { ...response, '4xx': refused } };
}
