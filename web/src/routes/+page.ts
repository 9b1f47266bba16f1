import { listMyAnswers } from '@entrepairs/contract/attendance';
import { listMyCases } from '@entrepairs/contract/cases';
import { listChartersToSign } from '@entrepairs/contract/charters';
import { listConflictQuestions } from '@entrepairs/contract/conflicts';
import { listMyGroups } from '@entrepairs/contract/groups';
import { listJoinRequests, listOwnRequests } from '@entrepairs/contract/memberships';
import { listNotices } from '@entrepairs/contract/notifications';
import { listPollsToAnswer } from '@entrepairs/contract/polls';
import { listMySessions } from '@entrepairs/contract/sessions';
import { load as read } from '#lib/api/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, parent }) => {
	const [
		{ sessions },
		{ groups },
		{ requests },
		{ cases },
		{ charters },
		{ questions },
		{ sessions: answers },
		{ notices },
		{ polls },
		{ me },
	] = await Promise.all([
		read(listMySessions, { fetch, url }),
		read(listMyGroups, { fetch, url }),
		read(listOwnRequests, { fetch, url }),
		read(listMyCases, { fetch, url }),
		read(listChartersToSign, { fetch, url }),
		read(listConflictQuestions, { fetch, url }),
		read(listMyAnswers, { fetch, url }),
		read(listNotices, { query: { unread: 'true' }, fetch, url }),
		read(listPollsToAnswer, { fetch, url }),
		parent(),
	]);
	const moderated = me?.organisations.filter(({ role }) => role === 'moderator') ?? [];
	const queues = await Promise.all(
		moderated.map(async ({ id, name }) => {
			const { requests: asked } = await read(listJoinRequests, {
				params: { organisationId: id },
				fetch,
				url,
			});
			return { id, name, waiting: asked.filter(({ state }) => state === 'waiting').length };
		}),
	);
	return {
		sessions,
		answers,
		groups,
		charters,
		polls,
		questions: questions.filter(({ answer }) => answer === null),
		notices,
		readings: cases.filter(({ state, part }) => state === 'in-second-reading' && part === 'second-reader'),
		requests,
		queues: queues.filter(({ waiting }) => waiting > 0),
	};
};
