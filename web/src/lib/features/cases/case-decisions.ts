/** What a person decided about words in a case, sealed on this device: who « Mme A. » is, what may stay. */
import { openSealedJson } from '#lib/device/sealed-json.ts';
import { type Decisions, noDecisions } from './questions.ts';

export interface CaseDecisions {
	read(): Promise<Decisions>;
	/** The latest counts; it is lost where the browser stores nothing. */
	write(decisions: Decisions): Promise<void>;
}

export async function openCaseDecisions(accountId: string, caseId: string): Promise<CaseDecisions> {
	const kept = await openSealedJson<Decisions>('case-decisions', accountId, caseId);
	return { read: async () => ({ ...noDecisions, ...(await kept.read()) }), write: kept.write };
}
