import type { GuideInForce } from '@entrepairs/contract/dangers';
import { type DangerGuide, usualDangerGuide } from '@entrepairs/methods/dangers';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database.ts';
import { conflict, notFound, type Refusal } from '../../platform/refusal.ts';
import { transact } from '../../platform/transact.ts';
import { can } from '../../policy/policy.ts';
import { standingOf } from '../../policy/standing.ts';
import { organisationOf } from '../groups/frame.ts';
import type { SessionsService } from '../sessions/service.ts';
import { type GuideRow, guideOf, holdOrganisation, putGuide } from './store.ts';

export interface DangersService {
	ofSession(accountId: string, sessionId: string): Promise<GuideInForce | Refusal>;
	ofOrganisation(accountId: string, organisationId: string): Promise<GuideInForce | Refusal>;
	write(
		accountId: string,
		organisationId: string,
		guide: { readonly content: DangerGuide; readonly isChecked: boolean; readonly basedOn: number },
	): Promise<GuideInForce | Refusal>;
}

export function createDangersService(deps: {
	readonly db: Db;
	readonly clock: Clock;
	readonly sessions: Pick<SessionsService, 'find'>;
}): DangersService {
	const { db, clock, sessions } = deps;

	return {
		async ofSession(accountId, sessionId) {
			const [who, session] = await Promise.all([
				standingOf(db, accountId, clock.now()),
				sessions.find(sessionId),
			]);
			// Whoever has not signed the charter may need it as well.
			if (session === null || !can(who, 'session.read', session.group.id)) return notFound;
			const organisationId = await organisationOf(db, session.group.id);
			const row = organisationId === undefined ? undefined : await guideOf(db, organisationId);
			return row === undefined ? notFound : asGuide(row);
		},

		async ofOrganisation(accountId, organisationId) {
			const who = await standingOf(db, accountId, clock.now());
			if (!can(who, 'organisation.moderate', organisationId)) return notFound;
			const row = await guideOf(db, organisationId);
			return row === undefined ? notFound : asGuide(row);
		},

		async write(accountId, organisationId, { content, isChecked, basedOn }) {
			const at = clock.now();
			const who = await standingOf(db, accountId, at);
			if (!can(who, 'organisation.moderate', organisationId)) return notFound;
			return transact(db, async (trx) => {
				await holdOrganisation(trx, organisationId);
				const before = await guideOf(trx, organisationId);
				if (before === undefined) return notFound;
				if (before.revision !== basedOn) return conflict('changed-meanwhile');
				// What was changed and not checked is not as it was when it was checked.
				const checkedOn = isChecked ? today(at) : null;
				const revision = before.revision + 1;
				await putGuide(trx, organisationId, { content, revision, checkedOn, by: accountId, at });
				return asGuide({ ...before, content, revision, checkedOn });
			});
		},
	};
}

function asGuide({ organisation, content, revision, checkedOn }: GuideRow): GuideInForce {
	return { organisation, content: content ?? usualDangerGuide, revision, checkedOn };
}

/** An organisation is asked by people in several zones: the day is that of Paris, where its law is made. */
function today(at: Date): string {
	return Temporal.Instant.fromEpochMilliseconds(at.getTime())
		.toZonedDateTimeISO('Europe/Paris')
		.toPlainDate()
		.toString();
}
