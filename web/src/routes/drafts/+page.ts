import { signedIn } from '#lib/api/signed-in.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, url }) => {
	const { me } = await parent();
	return { accountId: signedIn(me, url).id };
};
