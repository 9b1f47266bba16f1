/** Pitches as the pages are given them. */
import type { Pitch } from '@entrepairs/contract/agenda';
import { type Queued, queueOrder } from '@entrepairs/domain/agenda/queue';
import { type Keyring, unseal } from '../../platform/crypto.ts';
import type { FoundSession } from '../sessions/service.ts';
import type { PitchRow, SaidOf } from './store.ts';

/** What a pitch is sealed as. */
export const pitchContext = (id: string) => `pitch:${id}`;

export interface Said {
	readonly echoes: readonly SaidOf[];
	readonly votes: readonly SaidOf[];
}

export function asPitch(
	row: PitchRow,
	{ echoes, votes }: Said,
	given: {
		readonly accountId: string;
		readonly keyring: Keyring;
		readonly reasons: Queued['reasons'];
		/** The session that it is chosen for, if that is held. */
		readonly session: FoundSession | null;
	},
): Pitch {
	const own = votes.filter(({ pitchId }) => pitchId === row.id);
	return {
		id: row.id,
		text: textOf(row, given.keyring),
		author: { accountId: row.authorId, name: row.authorName },
		urgency: row.urgency,
		broughtAt: row.broughtAt.toISOString(),
		alsoMine: echoes
			.filter(({ pitchId }) => pitchId === row.id)
			.map(({ accountId, name }) => ({ accountId, name })),
		votes: own.length,
		isMyVote: own.some(({ accountId }) => accountId === given.accountId),
		chosenFor: given.session && {
			sessionId: given.session.id,
			startsAt: given.session.startsAt.toISOString(),
		},
		reasons: [...given.reasons],
		isMine: row.authorId === given.accountId,
	};
}

export function textOf(row: PitchRow, keyring: Keyring): string {
	if (row.sealed === null || row.wrappedKey === null) return '';
	return Buffer.from(unseal(keyring.unwrap(row.wrappedKey), row.sealed, pitchContext(row.id))).toString(
		'utf8',
	);
}

/** In the order of the queue, with what speaks for each. */
export function inOrder(
	waiting: readonly PitchRow[],
	echoes: readonly SaidOf[],
	lastPresented: ReadonlyMap<string, Date>,
): { readonly row: PitchRow; readonly reasons: Queued['reasons'] }[] {
	const order = queueOrder(
		waiting.map((row) => ({
			id: row.id,
			authorId: row.authorId,
			urgency: row.urgency,
			alsoMine: echoes.filter(({ pitchId }) => pitchId === row.id).length,
			broughtAt: row.broughtAt.getTime(),
			lastPresentedAt: lastPresented.get(row.authorId)?.getTime() ?? null,
		})),
	);
	return order.flatMap(({ id, reasons }) => {
		const row = waiting.find((one) => one.id === id);
		return row === undefined ? [] : [{ row, reasons }];
	});
}
