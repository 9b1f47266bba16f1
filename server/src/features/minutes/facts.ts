/** What is sealed with the key of minutes, and what the policy judges them by. */
import type { SessionFacts } from '@entrepairs/domain/minutes/draft';
import { type DataKey, unseal } from '../../platform/crypto.ts';
import type { OfMinutes } from '../../policy/policy.ts';

/** What the facts of a session are sealed as. */
export const factsContext = (id: string) => `minutes-facts:${id}`;
/** What somebody's words are sealed as that were not copied. */
export const heldBackContext = (id: string, accountId: string) => `minutes-held-back:${id}:${accountId}`;

/** The facts of a session, out of their seal. */
export function factsIn(
	key: DataKey,
	row: { readonly id: string; readonly sealedFacts: Uint8Array },
): SessionFacts {
	const plain = unseal(key, row.sealedFacts, factsContext(row.id));
	return JSON.parse(Buffer.from(plain).toString('utf8')) as SessionFacts;
}

/** What the policy judges minutes by. */
export function subjectOf(
	row: Pick<OfMinutes, 'groupId' | 'caseId'> & { readonly adoptedAt: Date | null },
	facts: SessionFacts,
): OfMinutes {
	return {
		groupId: row.groupId,
		caseId: row.caseId,
		isAdopted: row.adoptedAt !== null,
		facilitatorId: facts.roles.find(({ role }) => role === 'facilitator')?.accountId ?? null,
	};
}
