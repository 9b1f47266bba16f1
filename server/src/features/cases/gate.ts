/**
 * The gate before a text becomes visible to others: the server looks at it itself, and lets it through
 * only where everything it finds was kept with a reason. What stays of it is a record of kinds and counts.
 */
import { isTreated } from '@entrepairs/anonymise/review';
import type { Review } from '@entrepairs/contract/review';
import { conflict, Refusal } from '../../platform/refusal.ts';
import type { Detector } from './detector.ts';

/** Null when the text may pass. */
export async function whyNotShared(
	detector: Pick<Detector, 'kindsIn'>,
	text: string,
	review: Pick<Review, 'language' | 'kept'>,
): Promise<Refusal | null> {
	const kinds = await detector.kindsIn(text, review.language);
	// What nobody has looked at does not pass.
	if (kinds === null) return new Refusal('unavailable', { retryAfterSeconds: 5 });
	const findings = kinds.map((type) => ({ type }));
	return isTreated(findings, review.kept) ? null : conflict('findings-untreated');
}
