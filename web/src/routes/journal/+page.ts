import { listEntries } from '@entrepairs/contract/journal';
import { listNotes } from '@entrepairs/contract/notes';
import { load as read } from '#lib/api/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url }) => {
	const [{ entries }, { notes }] = await Promise.all([
		read(listEntries, { fetch, url }),
		read(listNotes, { fetch, url }),
	]);
	return { entries, notes };
};
