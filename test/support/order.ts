/** In which order files run, given to vitest as its sequencer. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** It takes twice as long as any other: begun last, it would run on alone. */
const LONGEST = 'journeys/pages.test.ts';

/**
 * Journeys use the processor, the others mostly wait: for mails, for servers that come back, for a database.
 * Mixed, each uses what the other leaves. Within each kind the larger file comes first, as vitest has it.
 */
export class MixedOrder extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const sorted = await super.sort(files);
		const longest = sorted.filter(({ moduleId }) => moduleId.endsWith(LONGEST));
		const of = (kind: string) =>
			sorted.filter((file) => file.project.name === kind && !longest.includes(file));
		return [...longest, ...spread(of('journeys'), spread(of('faults'), of('api'))), ...of('rules')];
	}
}

/** All of both, in their order, evenly. */
function spread<T>(few: readonly T[], many: readonly T[]): T[] {
	const at = (list: readonly T[]) => list.map((item, index) => ({ item, at: (index + 0.5) / list.length }));
	return [...at(few), ...at(many)].sort((a, b) => a.at - b.at).map(({ item }) => item);
}
