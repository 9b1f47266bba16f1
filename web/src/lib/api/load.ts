/** Calls for what a page cannot do without: a refusal becomes the page's own answer. */
import type { Endpoint, ResponseOf } from '@entrepairs/contract/endpoint';
import { error, redirect } from '@sveltejs/kit';
import { type CallInput, call } from './call.ts';

/** Signed out: to the sign-in page, and back afterwards. Anything else: the error page. */
export async function load<E extends Endpoint>(
	endpoint: E,
	input: CallInput<E> & { fetch: typeof fetch; url: URL },
): Promise<ResponseOf<E>> {
	const answer = await call(endpoint, input);
	if (answer.ok) return answer.value;
	const { problem } = answer;
	if (problem.code === 'signed-out') redirect(303, signInAddress(input.url));
	if (problem.code === 'offline') error(503, 'offline');
	error(problem.status, problem.reason ?? problem.code);
}

/** The sign-in page, which comes back here. */
export function signInAddress(url: URL): string {
	const next = url.pathname + url.search;
	return next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`;
}
