/** What a person decided about words in a case, sealed on this device: who « Mme A. » is, what may stay. */
import { openSealedStore } from '#lib/device/sealed-store.ts';
import { type Decisions, noDecisions } from './questions.ts';

export interface CaseDecisions {
	read(): Promise<Decisions>;
	/** The latest counts; it is lost where the browser stores nothing. */
	write(decisions: Decisions): Promise<void>;
}

export async function openCaseDecisions(accountId: string, caseId: string): Promise<CaseDecisions> {
	const store = await openSealedStore('case-decisions', accountId);
	const name = `${accountId}:${caseId}`;
	let writing = Promise.resolve();
	return {
		async read() {
			try {
				const bytes = (await store?.read(name))?.bytes ?? null;
				if (bytes === null) return noDecisions;
				return { ...noDecisions, ...(JSON.parse(new TextDecoder().decode(bytes)) as Decisions) };
			} catch {
				return noDecisions;
			}
		},
		write(decisions) {
			const bytes = new TextEncoder().encode(JSON.stringify(decisions));
			// One after the other: sealing takes longer for some than for others.
			writing = writing.then(async () => void (await store?.write(name, bytes))).catch(() => {});
			return writing;
		},
	};
}
