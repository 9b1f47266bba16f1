/**
 * Endpoints of the contract become Fastify routes here, and refusals become problem details
 * (RFC 9457). One place for both, so that no feature speaks HTTP.
 */
import type { BodyOf, Endpoint, ParamsOf, QueryOf, ResponseOf } from '@entrepairs/contract/endpoint';
import type { Problem, ProblemCode } from '@entrepairs/contract/problem';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';
import { fieldErrors } from './field-errors.ts';
import { Refusal } from './refusal.ts';

/** Who is behind a request: a person and the sign-in that their cookie named. */
export interface SignIn {
	readonly accountId: string;
	readonly name: string;
	/** Hex of the stored hash: names the sign-in without being able to open it. */
	readonly idHash: string;
}

declare module 'fastify' {
	interface FastifyRequest {
		signIn: SignIn | null;
	}
}

/** A request as a feature sees it. `signIn` is there whenever the endpoint asks for it. */
export interface Call<E extends Endpoint> {
	readonly params: ParamsOf<E>;
	readonly query: QueryOf<E>;
	readonly body: BodyOf<E>;
	readonly signIn: E['access'] extends 'signed-in' ? SignIn : SignIn | null;
	readonly request: FastifyRequest;
	readonly reply: FastifyReply;
}

/** Registers an endpoint: validated, documented, and refused when nobody is signed in. */
export function serve<E extends Endpoint>(
	app: FastifyInstance,
	endpoint: E,
	handler: (call: Call<E>) => Promise<ResponseOf<E> | Refusal>,
	options: Pick<RouteShorthandOptions, 'config'> = {},
): void {
	app.route({
		method: endpoint.method,
		url: endpoint.path,
		...options,
		schema: {
			summary: endpoint.summary,
			tags: [endpoint.tag],
			...(endpoint.access === 'signed-in' ? { security: [{ session: [] }] } : {}),
			...(endpoint.params ? { params: endpoint.params } : {}),
			...(endpoint.query ? { querystring: endpoint.query } : {}),
			...(endpoint.body ? { body: endpoint.body } : {}),
			// What a refusal looks like is added by openapi.ts: no serialiser is made of it for each route.
			response: { [endpoint.status]: endpoint.response ?? { type: 'null' } },
		},
		...(endpoint.access === 'signed-in' ? { onRequest: requireSignIn } : {}),
		async handler(request, reply) {
			const result = await handler({
				params: request.params,
				query: request.query,
				body: request.body,
				signIn: request.signIn,
				request,
				reply,
			} as Call<E>);
			if (result instanceof Refusal) return refuse(reply, result);
			return reply.code(endpoint.status).send(endpoint.response ? result : undefined);
		},
	});
}

async function requireSignIn(request: FastifyRequest, reply: FastifyReply): Promise<void> {
	if (request.signIn === null) await refuse(reply, new Refusal('signed-out'));
}

const statuses: Record<ProblemCode, number> = {
	'invalid-input': 422,
	'malformed-body': 400,
	'body-too-large': 413,
	'unsupported-media-type': 415,
	'signed-out': 401,
	'wrong-credentials': 401,
	'foreign-origin': 403,
	'not-allowed': 403,
	'not-found': 404,
	conflict: 409,
	'too-many-requests': 429,
	unavailable: 503,
	internal: 500,
};

/** A refusal as problem details. The texts are for developers; screens translate the codes. */
export function problemOf(refusal: Refusal): Problem {
	return {
		type: `urn:entrepairs:problem:${refusal.code}`,
		title: refusal.code.replaceAll('-', ' '),
		status: statuses[refusal.code],
		code: refusal.code,
		...(refusal.reason ? { reason: refusal.reason } : {}),
		...(refusal.errors ? { errors: refusal.errors } : {}),
		...(refusal.retryAfterSeconds ? { retryAfterSeconds: refusal.retryAfterSeconds } : {}),
	};
}

export function refuse(reply: FastifyReply, refusal: Refusal): FastifyReply {
	const problem = problemOf(refusal);
	if (refusal.retryAfterSeconds) reply.header('retry-after', refusal.retryAfterSeconds);
	// Serialised here: the schema of success must not drop the fields of a problem.
	return reply
		.code(problem.status)
		.type('application/problem+json')
		.serializer((payload) => JSON.stringify(payload))
		.send(problem);
}

/** Turns what Fastify throws (validation, parsing, limits) into problems, and bugs into a bare 500. */
export function handleErrors(app: FastifyInstance): void {
	app.setErrorHandler(
		(error: Error & { code?: string; statusCode?: number; validation?: unknown }, request, reply) => {
			const refusal = refusalOf(error);
			if (refusal.code === 'internal') request.log.error({ err: error }, 'request failed');
			return refuse(reply, refusal);
		},
	);
}

/** What somebody is told of an error; `internal` is for bugs. */
export function refusalOf(error: Error & { code?: string; statusCode?: number }): Refusal {
	const problems = fieldErrors(error);
	if (problems !== null) {
		// A malformed identifier in the address names nothing.
		if (problems.context === 'params') return new Refusal('not-found');
		return new Refusal('invalid-input', { errors: problems.errors });
	}
	if (isConnectionLoss(error)) return new Refusal('unavailable', { retryAfterSeconds: 5 });
	switch (error.statusCode) {
		case 413:
			return new Refusal('body-too-large');
		case 415:
			return new Refusal('unsupported-media-type');
		case 404:
			return new Refusal('not-found');
		case 429:
			return new Refusal('too-many-requests', { retryAfterSeconds: 60 });
		case 400:
			return new Refusal('malformed-body');
		default:
			return new Refusal('internal');
	}
}

/** PostgreSQL is starting, stopping, gone, full or out of reach: its codes, and those of sockets. */
function isConnectionLoss(error: { code?: string; message?: string }): boolean {
	return (
		/^(08\w{3}|57P\d{2}|3D000|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/.test(error.code ?? '') ||
		/timeout exceeded when trying to connect|Connection terminated/.test(error.message ?? '')
	);
}
