import {
	listConflictQuestions,
	listPossibleConflicts,
	readConflictStatement,
} from '@entrepairs/contract/conflicts';
import { readGroup } from '@entrepairs/contract/groups';
import { error } from '@sveltejs/kit';
import { load as read } from '#lib/api/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, params: { groupId } }) => {
	const group = await read(readGroup, { params: { groupId }, fetch, url });
	// Moderators see the frame; what members state in confidence is no part of it.
	if (group.role === null) error(404, 'not-found');
	const [{ statement }, { questions }, possible] = await Promise.all([
		read(readConflictStatement, { params: { groupId }, fetch, url }),
		read(listConflictQuestions, { fetch, url }),
		group.role === 'facilitator' ? read(listPossibleConflicts, { params: { groupId }, fetch, url }) : null,
	]);
	return {
		group,
		statement,
		questions: questions.filter((question) => question.group.id === groupId),
		conflicts: possible?.conflicts ?? null,
	};
};
