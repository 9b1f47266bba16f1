import { readMe } from '@entrepairs/contract/accounts';
import type { Handle, HandleFetch } from '@sveltejs/kit/hooks';
import { call } from '#lib/api/call.ts';
import { isLanguage, LANGUAGE_COOKIE, preferredLanguage } from '#lib/i18n/language.ts';

/** Knows who asks and in which language before any page is rendered. */
export const handle: Handle = async ({ event, resolve }) => {
	const hasCookie = event.request.headers.get('cookie')?.includes('entrepairs=') ?? false;
	const me = hasCookie ? await call(readMe, { fetch: event.fetch }) : null;
	event.locals.me = me?.ok ? me.value : null;
	const chosen = event.cookies.get(LANGUAGE_COOKIE);
	event.locals.language =
		event.locals.me?.language ??
		(isLanguage(chosen) ? chosen : preferredLanguage(event.request.headers.get('accept-language')));
	const response = await resolve(event, {
		transformPageChunk: ({ html }) => html.replace('%language%', event.locals.language),
		filterSerializedResponseHeaders: (name) => name === 'content-type',
	});
	// Pages carry what belongs to one person.
	response.headers.set('cache-control', 'private, no-store');
	allowConnections(response.headers, event.platform?.req.connectTo ?? []);
	return response;
};

/** The policy is fixed when pages are built; where a media server is, only the one who runs the site knows. */
function allowConnections(headers: Headers, to: readonly string[]): void {
	const policy = headers.get('content-security-policy');
	if (policy === null || to.length === 0) return;
	headers.set(
		'content-security-policy',
		policy.replace("connect-src 'self'", `connect-src 'self' ${to.join(' ')}`),
	);
}

/** Calls of the API while rendering stay inside the process (or go to `pnpm dev`'s server). */
export const handleFetch: HandleFetch = async ({ event, request, fetch }) => {
	const url = new URL(request.url);
	if (!url.pathname.startsWith('/api/')) return fetch(request);
	const inner = new Request(request);
	inner.headers.set('cookie', event.request.headers.get('cookie') ?? '');
	inner.headers.delete('origin');
	const api = event.platform?.req.api;
	if (api !== undefined) return api(inner);
	const elsewhere = process.env['API_ORIGIN'] ?? 'http://127.0.0.1:3000';
	return fetch(new Request(new URL(url.pathname + url.search, elsewhere), inner));
};
