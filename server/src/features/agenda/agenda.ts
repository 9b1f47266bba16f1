/** What a session is about: what it looks back on, and what was chosen for it. Computed when read. */
import type { Agenda, FollowUp } from '@entrepairs/contract/agenda';
import type { CaseSummary } from '@entrepairs/contract/cases';
import { followUps } from '@entrepairs/domain/agenda/follow-up';
import type { Clock } from '../../platform/clock.ts';
import type { Keyring } from '../../platform/crypto.ts';
import type { Db } from '../../platform/database.ts';
import { conflict, notFound, type Refusal } from '../../platform/refusal.ts';
import { can } from '../../policy/policy.ts';
import { type Standing, standingOf } from '../../policy/standing.ts';
import type { FoundSession, SessionsService } from '../sessions/service.ts';
import { forgetPitches, outcomesIn, type PitchRow, pitchesOf, putOutcome, saidOf } from './store.ts';
import { asPitch, textOf } from './view.ts';

export interface AgendaService {
	read(accountId: string, sessionId: string): Promise<Agenda | Refusal>;
	/** What became of it, in a session; null takes it back. */
	mark(
		accountId: string,
		sessionId: string,
		subjectId: string,
		state: 'done' | 'later' | null,
	): Promise<Agenda | Refusal>;
	/** For a job: what was followed up more than a day ago, or whose author has left, keeps no words. */
	forget(now: Date): Promise<void>;
}

const DAY_MS = 24 * 3_600_000;
/** What was brought longer ago than that is looked back on no more. */
const LOOKS_BACK_MS = 180 * DAY_MS;

export function createAgendaService(deps: {
	readonly db: Db;
	readonly clock: Clock;
	readonly keyring: Keyring;
	readonly sessions: Pick<SessionsService, 'find' | 'between'>;
	casesIn(who: Standing, sessionIds: readonly string[]): Promise<ReadonlyMap<string, readonly CaseSummary[]>>;
}): AgendaService {
	const { db, clock, keyring, sessions } = deps;

	async function at(who: Standing, session: FoundSession) {
		const groupId = session.group.id;
		const before = await sessions.between(
			[groupId],
			new Date(session.startsAt.getTime() - LOOKS_BACK_MS),
			session.endsAt,
		);
		// A longer one may have begun with this one.
		const around = before.some(({ id }) => id === session.id) ? before : [...before, session];
		const pitches = (await pitchesOf(db, groupId)).filter((row) => can(who, 'pitch.read', row));
		const cases = [
			...(
				await deps.casesIn(
					who,
					around.map(({ id }) => id),
				)
			).values(),
		].flat();
		const chosen = pitches.filter((row): row is PitchRow & { chosenFor: string } => row.chosenFor !== null);
		const outcomes = await outcomesIn(db, [...new Set(around.map(({ seriesId }) => seriesId))]);
		const items = followUps(session.id, {
			sessions: around.map(({ id, startsAt, state }) => ({
				id,
				startsAt: startsAt.getTime(),
				isCancelled: state === 'cancelled',
			})),
			brought: [
				...cases.map(({ id, sessionId }) => ({ subjectId: id, sessionId })),
				...chosen.map(({ id, chosenFor }) => ({ subjectId: id, sessionId: chosenFor })),
			],
			outcomes,
			now: clock.now().getTime(),
		});
		return { around, pitches, cases, chosen, items };
	}

	async function read(accountId: string, sessionId: string): Promise<Agenda | Refusal> {
		const [who, session] = await Promise.all([standingOf(db, accountId), sessions.find(sessionId)]);
		if (session === null || !can(who, 'session.read', session.group.id)) return notFound;
		const { around, pitches, cases, chosen, items } = await at(who, session);
		const own = chosen.filter(({ chosenFor }) => chosenFor === sessionId);
		const ids = own.map(({ id }) => id);
		const said = { echoes: await saidOf(db, 'pitch_echoes', ids), votes: [] };
		return {
			followUps: items.flatMap(({ subjectId, broughtTo, state }): FollowUp[] => {
				const from = around.find(({ id }) => id === broughtTo);
				const one = cases.find(({ id }) => id === subjectId);
				const pitch = chosen.find(({ id }) => id === subjectId);
				if (from === undefined || (one === undefined && pitch === undefined)) return [];
				return [
					{
						subjectId,
						kind: one === undefined ? 'pitch' : 'case',
						title: one?.title ?? (pitch ? textOf(pitch, keyring) : ''),
						broughtTo: { sessionId: from.id, startsAt: from.startsAt.toISOString() },
						state,
					},
				];
			}),
			chosen: own.map((row) => asPitch(row, said, { accountId, keyring, reasons: [], session })),
			waiting: pitches.filter(({ state }) => state === 'waiting').length,
			mayMark: session.state === 'planned',
		};
	}

	return {
		read,

		async mark(accountId, sessionId, subjectId, state) {
			const [who, session] = await Promise.all([standingOf(db, accountId), sessions.find(sessionId)]);
			if (session === null || !can(who, 'session.read', session.group.id)) return notFound;
			if (session.state === 'cancelled') return conflict('session-not-held');
			const { items } = await at(who, session);
			if (!items.some((item) => item.subjectId === subjectId)) return notFound;
			await putOutcome(db, session, { subjectId, state, by: accountId }, clock.now());
			return read(accountId, sessionId);
		},

		forget: (now) => forgetPitches(db, new Date(now.getTime() - DAY_MS)),
	};
}
