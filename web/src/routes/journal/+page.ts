import { listEntries } from '@entrepairs/contract/journal';
import { load as read } from '#lib/api/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ fetch, url }) => read(listEntries, { fetch, url });
