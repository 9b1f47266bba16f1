import { listMyCases } from '@entrepairs/contract/cases';
import { load as read } from '#lib/api/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ fetch, url }) => read(listMyCases, { fetch, url });
