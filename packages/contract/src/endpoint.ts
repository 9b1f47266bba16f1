import type { Static, TSchema } from 'typebox';

/**
 * One HTTP operation as both sides see it: the server registers it with Fastify, which validates
 * and documents with these schemas, and the browser calls it with the same types.
 *
 * `path` uses Fastify's `:param` form. `status` is the status of success; every refusal is a
 * `Problem` (see problem.ts).
 */
export interface Endpoint {
	readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	readonly path: `/api/${string}`;
	readonly tag: string;
	readonly summary: string;
	readonly status: 200 | 201 | 204;
	/** Who may call it at all; finer rights are the policy's. */
	readonly access: 'public' | 'signed-in';
	readonly params?: TSchema;
	readonly query?: TSchema;
	readonly body?: TSchema;
	readonly response?: TSchema;
}

/** Declares an endpoint, keeping its schemas' exact types. */
export function endpoint<const E extends Endpoint>(shape: E): E {
	return shape;
}

type Part<E extends Endpoint, K extends 'params' | 'query' | 'body' | 'response'> = E[K] extends TSchema
	? Static<E[K]>
	: undefined;

export type ParamsOf<E extends Endpoint> = Part<E, 'params'>;
export type QueryOf<E extends Endpoint> = Part<E, 'query'>;
export type BodyOf<E extends Endpoint> = Part<E, 'body'>;
export type ResponseOf<E extends Endpoint> = Part<E, 'response'>;
