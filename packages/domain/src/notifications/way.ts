/** By which way somebody is told of something. On the site they are told in any case. */

export type Way = 'at-once' | 'digest' | 'site-only';

/** `urgent` cannot wait for a digest; `near` cannot when its session is near; `calm` can. */
export type Urgency = 'urgent' | 'near' | 'calm';

const NEAR_MS = 48 * 3_600_000;

export function wayOf(about: {
	readonly urgency: Urgency;
	/** Whether the person wants mails on this. */
	readonly wanted: boolean;
	readonly digest: 'off' | 'daily' | 'weekly';
	/** When it would have been, and when it is now: whichever is nearest counts. */
	readonly sessionTimes: readonly Date[];
	readonly now: Date;
}): Way {
	if (!about.wanted) return 'site-only';
	if (about.digest === 'off' || about.urgency === 'urgent') return 'at-once';
	const isNear = about.sessionTimes.some(
		(time) => time > about.now && time.getTime() - about.now.getTime() <= NEAR_MS,
	);
	return about.urgency === 'near' && isNear ? 'at-once' : 'digest';
}
