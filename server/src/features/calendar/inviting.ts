/**
 * From something that somebody is told to what their calendar is told. A notice may be asked about
 * again, after a mail that did not go: the answer is then as things are by now, and nothing that was
 * to be taken back is forgotten.
 */
import type { NoticeKind } from '@entrepairs/contract/notifications';
import { parseSessionId } from '@entrepairs/domain/schedule/session-id';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database.ts';
import { can } from '../../policy/policy.ts';
import { standingOf } from '../../policy/standing.ts';
import { type GroupSeries, withoutPlaces } from './events.ts';
import { type Invitation, invitationFor, type Occasion } from './invitations.ts';
import { invitedPerson, rememberTold, toldOf } from './store-invitations.ts';

/** A notice, as far as calendars go. */
export interface ToldNotice {
	readonly id: string;
	readonly kind: NoticeKind;
	readonly accountId: string;
	readonly groupId: string | null;
	readonly sessionId: string | null;
}

export interface Inviting {
	/**
	 * What the calendar of who gets this notice is told, a mail for each message (see invitations.ts);
	 * often nothing. Call it for people who want invitations by mail only: what it returns counts as told.
	 */
	of(notice: ToldNotice): Promise<readonly Invitation[]>;
}

const occasions: Partial<Record<NoticeKind, Occasion['kind']>> = {
	'request-accepted': 'session-planned',
	'session-planned': 'session-planned',
	'session-moved': 'session-moved',
	'session-cancelled': 'session-cancelled',
	'series-changed': 'series-changed',
	'group-paused': 'series-changed',
	'group-resumed': 'series-changed',
	'group-ended': 'membership-ended',
	'membership-ended': 'membership-ended',
};

export function createInviting(deps: {
	readonly db: Db;
	readonly clock: Clock;
	readonly sessions: { seriesOf(groupIds: readonly string[]): Promise<readonly GroupSeries[]> };
	/** Where the site is, and the address that its mail comes from. */
	readonly site: { readonly publicUrl: string; readonly address: string };
}): Inviting {
	const { db, clock, sessions, site } = deps;
	return {
		async of({ id, kind: noticed, accountId, groupId, sessionId }) {
			const kind = occasions[noticed];
			if (kind === undefined || groupId === null) return [];
			const [standing, person, ofGroup] = await Promise.all([
				standingOf(db, accountId, clock.now()),
				invitedPerson(db, accountId, groupId),
				sessions.seriesOf([groupId]),
			]);
			// Who has left, or has come back meanwhile, is told what is so now.
			const isIn = can(standing, 'session.read', groupId);
			if (person === undefined || (noticed === 'membership-ended' ? isIn : !isIn)) return [];
			const name = sessionId === null ? null : parseSessionId(sessionId);
			const about = ofGroup.filter((series) => name === null || series.id === name.seriesId);
			const told = await toldOf(
				db,
				accountId,
				about.map((series) => series.id),
				id,
			);
			const invitations: Invitation[] = [];
			// Mails are read by whoever carries them: where one meets is on the site, to which the event leads.
			for (const series of about.map(withoutPlaces)) {
				const known = told.get(series.id) ?? [];
				const occasion = {
					kind,
					series,
					told: known,
					day: name?.day ?? null,
					person,
					site,
					now: clock.now(),
				};
				for (const invitation of invitationFor(occasion)) {
					await rememberTold(db, { accountId, seriesId: series.id, noticeId: id }, invitation);
					invitations.push(invitation);
				}
			}
			return invitations;
		},
	};
}
