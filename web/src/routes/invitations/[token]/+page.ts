import { readInvitation } from '@entrepairs/contract/invitations';
import { redirect } from '@sveltejs/kit';
import { call } from '#lib/api/call.ts';
import { signInAddress } from '#lib/api/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, params: { token }, setHeaders }) => {
	// The address of this page is the invitation: it goes nowhere else.
	setHeaders({ 'referrer-policy': 'no-referrer' });
	const answer = await call(readInvitation, { body: { token }, fetch });
	if (answer.ok) return { invitation: answer.value, token, problem: null };
	if (answer.problem.code === 'signed-out') redirect(303, signInAddress(url));
	return { invitation: null, token, problem: answer.problem };
};
