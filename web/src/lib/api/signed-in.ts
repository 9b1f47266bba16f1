import type { Me } from '@entrepairs/contract/accounts';
import { redirect } from '@sveltejs/kit';
import { signInAddress } from './load.ts';

/** For pages that ask nothing of the server but who is there. */
export function signedIn(me: Me | null, url: URL): Me {
	if (me === null) redirect(303, signInAddress(url));
	return me;
}
