import { QUORUM } from '@entrepairs/domain/poll/ranking';
import type { PollRow } from './store.ts';

/** How many must be able to come to a slot: what the group asks for, or what a session needs anyway. */
export function quorumOf({ quorum }: Pick<PollRow, 'quorum'>): number {
	return quorum === 0 ? QUORUM : quorum;
}
