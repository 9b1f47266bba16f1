/**
 * Which version of a charter counts. A version is in force from an instant on, and until a later one
 * is; a later number counts before an earlier one, whenever each was to come into force.
 */
export interface Version {
	readonly number: number;
	readonly inForceFrom: Date;
}

/** The version in force at `now`; null when none is. */
export function inForceAt<V extends Version>(versions: readonly V[], now: Date): V | null {
	return versions
		.filter(({ inForceFrom }) => inForceFrom <= now)
		.reduce<V | null>((best, one) => (best === null || one.number > best.number ? one : best), null);
}

/** Whether somebody who signed up to this number may enter: what is in force, or what comes after it. */
export function mayEnter(versions: readonly Version[], signedNumber: number | null, now: Date): boolean {
	const current = inForceAt(versions, now);
	return current === null || (signedNumber !== null && signedNumber >= current.number);
}

/**
 * When a version that is published `now` comes into force: with the group's next session, so that
 * everyone has until then to sign; at once when it is the first, or when no session is planned.
 */
export function inForceFrom(
	now: Date,
	{ isFirst, sessionStarts }: { readonly isFirst: boolean; readonly sessionStarts: readonly Date[] },
): Date {
	const ahead = sessionStarts.filter((start) => start > now);
	if (isFirst || ahead.length === 0) return now;
	return new Date(Math.min(...ahead.map((start) => start.getTime())));
}

/** A charter as one text: what its digest is made of, and so what a signature is given to. */
export function charterText(sections: readonly { readonly title: string; readonly text: string }[]): string {
	return sections.map(({ title, text }) => `${title}\n\n${text}\n`).join('\n');
}
