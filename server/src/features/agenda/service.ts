/**
 * The cases that wait to be brought.
 *
 *     brought ──▶ waiting ◀──▶ chosen for a session ──▶ done: shared as a case, or followed up
 *        │            └────────────┴──▶ withdrawn: the row is gone
 *        └ passes the gate, as a case does (features/cases/gate.ts)
 *
 * Two lines about a case are case text: sealed with a key of their own, seen by the members of the group
 * only, and by none who knows the situation and has left it. When it becomes a case its words are
 * destroyed, and whoever left the pitch is absent from the case as well. What was chosen for a session
 * that is not held waits again.
 */

import type { Pitch, Queue, Urgency } from '@entrepairs/contract/agenda';
import type { Review } from '@entrepairs/contract/review';
import { parseSessionId } from '@entrepairs/domain/schedule/session-id';
import type { Clock } from '../../platform/clock.ts';
import { type Keyring, seal } from '../../platform/crypto.ts';
import type { Db, Trx } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { conflict, invalid, notAllowed, notFound, Refusal } from '../../platform/refusal.ts';
import { transact } from '../../platform/transact.ts';
import { can } from '../../policy/policy.ts';
import { type Standing, standingOf } from '../../policy/standing.ts';
import type { RolesService } from '../attendance/roles.ts';
import type { Detector } from '../cases/detector.ts';
import { whyNotShared } from '../cases/gate.ts';
import { holdGroup } from '../groups/frame.ts';
import { tell } from '../notifications/notices.ts';
import type { SessionCarrier } from '../sessions/carriers.ts';
import type { FoundSession, SessionsService } from '../sessions/service.ts';
import {
	absentFrom,
	authorsChosen,
	carryChoices,
	countPitches,
	deletePitch,
	findPitch,
	insertPitch,
	insertPitchRecusal,
	type PitchRow,
	pitchesOf,
	saidOf,
	setChoice,
	setSaid,
	settlePitch,
	setUrgency,
	waitingBy,
} from './store.ts';
import { asPitch, inOrder, pitchContext } from './view.ts';

type Done = undefined | Refusal;

export interface PitchesService {
	list(accountId: string, groupId: string): Promise<Queue | Refusal>;
	add(
		accountId: string,
		groupId: string,
		input: { readonly text: string; readonly urgency: Urgency; readonly review: Review },
	): Promise<Pitch | Refusal>;
	withdraw(accountId: string, pitchId: string): Promise<Done>;
	changeUrgency(accountId: string, pitchId: string, urgency: Urgency): Promise<Done>;
	/** It concerns a colleague too. */
	echo(accountId: string, pitchId: string, on: boolean): Promise<Done>;
	vote(accountId: string, pitchId: string, on: boolean): Promise<Done>;
	/** Leaves it at once and for good, and the case that becomes of it. */
	leave(accountId: string, pitchId: string): Promise<Done>;
	/** Chosen for a session, or null: back in the queue. */
	choose(accountId: string, pitchId: string, sessionId: string | null): Promise<Done>;
	/** It becomes a case: who left it, or null when it is not theirs to bring. */
	becomeCase(
		trx: Trx,
		pitch: { readonly id: string; readonly authorId: string; readonly groupId: string },
	): Promise<readonly string[] | null>;
	waitingCases: typeof waitingBy;
	carry: SessionCarrier['carry'];
}

/** A queue is to choose from, not to store in. */
const MOST_EACH = 10;
/** For how many sessions ahead one chooses. */
const SESSIONS_TO_CHOOSE = 3;

export function createPitchesService(deps: {
	readonly db: Db;
	readonly clock: Clock;
	readonly keyring: Keyring;
	readonly detector: Pick<Detector, 'kindsIn'>;
	readonly sessions: Pick<SessionsService, 'find' | 'hold'>;
	readonly roles: Pick<RolesService, 'ahead' | 'makePresenter' | 'unmakePresenter'>;
}): PitchesService {
	const { db, clock, keyring, detector, sessions, roles } = deps;

	/** A pitch that somebody may know of, and where they stand. */
	async function known(accountId: string, pitchId: string): Promise<{ who: Standing; row: PitchRow } | null> {
		const [who, row] = await Promise.all([standingOf(db, accountId), findPitch(db, pitchId)]);
		return row === undefined || row.state === 'done' || !can(who, 'pitch.read', row) ? null : { who, row };
	}

	async function whenAllowed(
		accountId: string,
		pitchId: string,
		action: 'pitch.change' | 'pitch.echo' | 'pitch.leave' | 'pitch.read',
		act: (trx: Trx, row: PitchRow) => Promise<void>,
	): Promise<Done> {
		const found = await known(accountId, pitchId);
		if (found === null) return notFound;
		if (!can(found.who, action, found.row)) return notAllowed;
		return transact(db, async (trx) => {
			await holdGroup(trx, found.row.groupId);
			const row = await findPitch(trx, pitchId);
			if (row === undefined || row.state === 'done') return notFound;
			await act(trx, row);
			return undefined;
		});
	}

	/** What is chosen for a session no longer makes its author the presenter there. */
	async function leaveSession(trx: Trx, { chosenFor, authorId }: PitchRow): Promise<void> {
		const name = chosenFor === null ? null : parseSessionId(chosenFor);
		if (chosenFor === null || name === null) return;
		await roles.unmakePresenter(trx, { id: chosenFor, ...name }, authorId);
	}

	async function list(accountId: string, groupId: string): Promise<Queue | Refusal> {
		const who = await standingOf(db, accountId);
		if (!can(who, 'pitch.add', groupId)) return notFound;
		const all = (await pitchesOf(db, groupId)).filter((row) => can(who, 'pitch.read', row));
		const ids = all.map(({ id }) => id);
		const [echoes, votes] = [await saidOf(db, 'pitch_echoes', ids), await saidOf(db, 'pitch_votes', ids)];
		const now = await roles.ahead(groupId);
		const chosen = new Map<string, FoundSession | null>();
		for (const { id, chosenFor } of all)
			if (chosenFor !== null) chosen.set(id, await sessions.find(chosenFor));
		const isHeld = (row: PitchRow) => chosen.get(row.id)?.state === 'planned';
		const isOver = (row: PitchRow) => isHeld(row) && (chosen.get(row.id)?.endsAt ?? 0) <= clock.now();
		const shown = inOrder(
			all.filter((row) => !isOver(row)),
			echoes,
			now.lastPresented,
		);
		return {
			pitches: shown.map(({ row, reasons }) =>
				asPitch(
					row,
					{ echoes, votes },
					{ accountId, keyring, reasons, session: isHeld(row) ? (chosen.get(row.id) ?? null) : null },
				),
			),
			choices: now.sessions.slice(0, SESSIONS_TO_CHOOSE).flatMap(({ id, startsAt }) => {
				const of = {
					presenterId: now.holder(id, 'presenter'),
					facilitatorId: now.holder(id, 'facilitator'),
				};
				// One of somebody else, and one of mine: what may be chosen of each.
				const may = (authorId: string) => can(who, 'pitch.choose', { id: '', groupId, authorId, ...of });
				if (!may(accountId)) return [];
				return [{ sessionId: id, startsAt: startsAt.toISOString(), any: may('') }];
			}),
		};
	}

	return {
		list,
		waitingCases: waitingBy,

		async add(accountId, groupId, { text: given, urgency, review }) {
			const who = await standingOf(db, accountId);
			if (!can(who, 'pitch.add', groupId)) return notFound;
			const text = given.trim().toWellFormed();
			const why = await whyNotShared(detector, text, review);
			if (why !== null) return why;
			const id = newId();
			const { key, wrapped } = keyring.newDataKey();
			const sealed = seal(key, Buffer.from(text), pitchContext(id));
			const refusal = await transact(db, async (trx) => {
				await holdGroup(trx, groupId);
				if ((await countPitches(trx, groupId, accountId)) >= MOST_EACH) return conflict('too-many-pitches');
				const pitch = { id, groupId, authorId: accountId, sealed, wrappedKey: wrapped, urgency, review };
				await insertPitch(trx, pitch, clock.now());
				return null;
			});
			if (refusal !== null) return refusal;
			const queue = await list(accountId, groupId);
			if (queue instanceof Refusal) return queue;
			return queue.pitches.find((pitch) => pitch.id === id) ?? notFound;
		},

		withdraw: (accountId, pitchId) =>
			whenAllowed(accountId, pitchId, 'pitch.change', async (trx, row) => {
				await leaveSession(trx, row);
				await deletePitch(trx, pitchId);
			}),

		changeUrgency: (accountId, pitchId, urgency) =>
			whenAllowed(accountId, pitchId, 'pitch.change', (trx) => setUrgency(trx, pitchId, urgency)),

		echo: (accountId, pitchId, on) =>
			whenAllowed(accountId, pitchId, 'pitch.echo', (trx) =>
				setSaid(trx, 'pitch_echoes', pitchId, accountId, on),
			),

		vote: (accountId, pitchId, on) =>
			whenAllowed(accountId, pitchId, 'pitch.read', (trx) =>
				setSaid(trx, 'pitch_votes', pitchId, accountId, on),
			),

		leave: (accountId, pitchId) =>
			whenAllowed(accountId, pitchId, 'pitch.leave', (trx) =>
				insertPitchRecusal(trx, pitchId, accountId, clock.now()),
			),

		async choose(accountId, pitchId, sessionId) {
			const found = await known(accountId, pitchId);
			if (found === null) return notFound;
			const { who, row } = found;
			const about = sessionId ?? row.chosenFor;
			const session = about === null ? null : await sessions.find(about);
			if (sessionId !== null && session?.group.id !== row.groupId) return invalid('sessionId', 'not-offered');
			const now = await roles.ahead(row.groupId, session?.startsAt);
			const of = {
				presenterId: about && now.holder(about, 'presenter'),
				facilitatorId: about && now.holder(about, 'facilitator'),
			};
			const takesBack = sessionId === null && row.authorId === accountId;
			if (!takesBack && !can(who, 'pitch.choose', { ...row, ...of })) return notAllowed;
			const at = clock.now();
			if (sessionId !== null && session !== null) {
				if (session.state === 'cancelled') return conflict('session-not-held');
				if (session.endsAt <= at) return conflict('session-over');
				if (now.isAway(sessionId, row.authorId)) return invalid('sessionId', 'not-offered');
			}
			const refusal = await transact(db, async (trx) => {
				await holdGroup(trx, row.groupId);
				// As things are by now: somebody else may have chosen it, or moved the session.
				const current = await findPitch(trx, pitchId);
				if (current === undefined) return notFound;
				const target = sessionId === null ? null : await sessions.hold(trx, sessionId);
				if (sessionId !== null && target?.state !== 'planned') return conflict('changed-meanwhile');
				const others = target === null ? [] : await authorsChosen(trx, target);
				await leaveSession(trx, current);
				if (!(await setChoice(trx, pitchId, target))) return conflict('pitch-settled');
				if (target === null) return null;
				// Whoever presents one that was chosen keeps the role.
				await roles.makePresenter(trx, target, row.authorId, others, { by: accountId, at });
				if (row.authorId !== accountId)
					await tell(
						trx,
						[{ kind: 'case-chosen', to: row.authorId, groupId: row.groupId, sessionId: target.id }],
						at,
					);
				return null;
			});
			return refusal ?? undefined;
		},

		async becomeCase(trx, pitch) {
			if (!(await settlePitch(trx, pitch))) return null;
			return absentFrom(trx, pitch.id);
		},

		carry: carryChoices,
	};
}
