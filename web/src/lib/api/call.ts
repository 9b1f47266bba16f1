/** Calls an endpoint of the contract, with its types. Never throws for what comes back, or does not. */
import type { BodyOf, Endpoint, ParamsOf, QueryOf, ResponseOf } from '@entrepairs/contract/endpoint';
import type { Problem } from '@entrepairs/contract/problem';

/** What could not be done. `offline` when no answer came, or one that broke off. */
export type Failure =
	| Problem
	| { readonly code: 'offline'; readonly errors?: undefined; readonly reason?: undefined };

export type Answer<T> =
	| { readonly ok: true; readonly value: T }
	| { readonly ok: false; readonly problem: Failure };

type Given<K extends string, T> = T extends undefined ? { [P in K]?: undefined } : { [P in K]: T };

export type CallInput<E extends Endpoint> = Given<'params', ParamsOf<E>> &
	Given<'body', BodyOf<E>> & { query?: QueryOf<E>; fetch?: typeof fetch };

export async function call<E extends Endpoint>(
	endpoint: E,
	input: CallInput<E>,
): Promise<Answer<ResponseOf<E>>> {
	const send = input.fetch ?? fetch;
	const init: RequestInit = { method: endpoint.method, headers: { accept: 'application/json' } };
	if (input.body !== undefined) {
		init.body = JSON.stringify(input.body);
		init.headers = { ...init.headers, 'content-type': 'application/json' };
	}
	try {
		const response = await send(addressOf(endpoint, input.params ?? {}, input.query ?? {}), init);
		if (!response.ok) return { ok: false, problem: await problemOf(response) };
		const value = response.status === 204 ? undefined : await response.json();
		return { ok: true, value: value as ResponseOf<E> };
	} catch {
		return { ok: false, problem: { code: 'offline' } };
	}
}

function addressOf(endpoint: Endpoint, params: object, query: object): string {
	const values = params as Record<string, string>;
	const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
	const search = new URLSearchParams(
		Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined),
	).toString();
	return search === '' ? path : `${path}?${search}`;
}

async function problemOf(response: Response): Promise<Failure> {
	try {
		const problem = (await response.json()) as Problem;
		if (typeof problem.code === 'string') return problem;
	} catch {
		// Something between the server and here answered in its place.
	}
	return { type: 'about:blank', title: '', status: response.status, code: 'unavailable' };
}
