/** What has been said in a poll, looked up by slot and person. */
import type { PollDetail, Vote } from '@entrepairs/contract/polls';

export interface Answers {
	of(slotId: string, accountId: string): Vote | undefined;
	/** How many said it of a slot; nothing while the answers are hidden. */
	count(slotId: string, vote: Vote): number;
	/** The names of those who said it. */
	names(slotId: string, vote: Vote): string[];
}

export function answersOf(poll: PollDetail, accountId: string): Answers {
	const said = new Map<string, Vote>();
	for (const { slotId, vote } of poll.mine) said.set(`${slotId} ${accountId}`, vote);
	for (const { slotId, accountId: who, vote } of poll.results?.votes ?? [])
		said.set(`${slotId} ${who}`, vote);
	const saying = (slotId: string, vote: Vote) =>
		poll.people.filter((person) => said.get(`${slotId} ${person.accountId}`) === vote);
	return {
		of: (slotId, who) => said.get(`${slotId} ${who}`),
		count: (slotId, vote) => saying(slotId, vote).length,
		names: (slotId, vote) => saying(slotId, vote).map(({ name }) => name),
	};
}
