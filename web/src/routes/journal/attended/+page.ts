import { listAttended } from '@entrepairs/contract/minutes';
import { load as read } from '#lib/api/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ fetch, url }) => read(listAttended, { fetch, url });
