import { readPoll } from '@entrepairs/contract/polls';
import { error } from '@sveltejs/kit';
import { load as read } from '#lib/api/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, params: { groupId, pollId } }) => {
	const poll = await read(readPoll, { params: { pollId }, fetch, url });
	if (poll.group.id !== groupId) error(404, 'not-found');
	return { poll };
};
