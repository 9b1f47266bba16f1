import { caseTemplate } from '@entrepairs/methods/case-templates';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database.ts';
import { type Action, can, type OfCase } from '../../policy/policy.ts';
import { standingOf } from '../../policy/standing.ts';
import { type CaseRow, placeInCase } from './store.ts';

/** The actions whose subject is a case. */
type CaseAction = Exclude<Extract<Action, `case.${string}`>, 'case.open'>;

/** Where somebody stands in a case. */
export interface Place {
	readonly template: CaseRow['template'];
	/** As whom they appear in it. */
	readonly name: string;
	readonly colour: number;
	readonly subject: OfCase;
	may(action: CaseAction): boolean;
}

/** Null for those who may not know of the case. */
export async function placeOf(
	{ db, clock }: { readonly db: Db; readonly clock: Clock },
	accountId: string,
	caseId: string,
): Promise<Place | null> {
	const [standing, place] = await Promise.all([
		standingOf(db, accountId, clock.now()),
		placeInCase(db, caseId, accountId),
	]);
	if (place === undefined || !can(standing, 'case.read', place.subject)) return null;
	return { ...place, may: (action) => can(standing, action, place.subject) };
}

/** The names of a case's sections, in the order of its template. */
export function sectionsOf(template: CaseRow['template']): string[] {
	return caseTemplate(template).sections.map(({ key }) => key);
}

/** What a title is sealed as. */
export const titleContext = (id: string) => `case-title:${id}`;
