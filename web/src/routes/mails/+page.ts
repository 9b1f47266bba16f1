import { listWrittenMails } from '@entrepairs/contract/notifications';
import { load as read } from '#lib/api/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ fetch, url }) => read(listWrittenMails, { fetch, url });
