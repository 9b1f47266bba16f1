import {
	answerPoll,
	closePoll,
	deletePoll,
	listPolls,
	listPollsToAnswer,
	moveDeadline,
	openPoll,
	planFromPoll,
	readPoll,
} from '@entrepairs/contract/polls';
import type { FastifyInstance } from 'fastify';
import { serve } from '../../platform/http.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { PollsService } from './service.ts';

export function pollsRoutes(app: FastifyInstance, polls: PollsService): void {
	serve(app, listPolls, async ({ signIn, params }) => {
		const found = await polls.ofGroup(signIn.accountId, params.groupId);
		return found instanceof Refusal ? found : { polls: found };
	});
	serve(app, listPollsToAnswer, async ({ signIn }) => ({
		polls: await polls.waitingFor(signIn.accountId),
	}));
	serve(app, openPoll, ({ signIn, params, body }) => polls.open(signIn.accountId, params.groupId, body));
	serve(app, readPoll, ({ signIn, params }) => polls.read(signIn.accountId, params.pollId));
	serve(app, answerPoll, ({ signIn, params, body }) =>
		polls.answer(signIn.accountId, params.pollId, body.votes),
	);
	serve(app, closePoll, ({ signIn, params }) => polls.close(signIn.accountId, params.pollId));
	serve(app, moveDeadline, ({ signIn, params, body }) =>
		polls.moveDeadline(signIn.accountId, params.pollId, body.deadline),
	);
	serve(app, planFromPoll, ({ signIn, params, body }) =>
		polls.plan(signIn.accountId, params.pollId, body.slotId),
	);
	serve(app, deletePoll, ({ signIn, params }) => polls.remove(signIn.accountId, params.pollId));
}
