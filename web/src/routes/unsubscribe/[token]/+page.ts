import { readUnsubscription } from '@entrepairs/contract/notifications';
import { load as read } from '#lib/api/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, fetch, url }) => ({
	token: params.token,
	unsubscription: await read(readUnsubscription, { params: { token: params.token }, fetch, url }),
});
