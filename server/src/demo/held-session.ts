/** A session of the demonstration that was held in its room, a week before the next one: its minutes, and the records. */
import type { SessionFacts } from '@entrepairs/domain/minutes/draft';
import { createDocument } from '../collab/new-document.ts';
import { claimClients } from '../collab/store.ts';
import { recordAttendance } from '../features/minutes/record.ts';
import { insertMinutes } from '../features/minutes/store.ts';
import { newMinutesText } from '../features/minutes/text.ts';
import type { Keyring } from '../platform/crypto.ts';
import type { Trx } from '../platform/database.ts';
import { newId } from '../platform/ids.ts';
import { heldStages, takenAway } from './story.ts';

const MINUTE_MS = 60_000;

export async function addHeldSession(of: {
	readonly trx: Trx;
	readonly keyring: Keyring;
	readonly group: { readonly id: string; readonly name: string };
	readonly seriesId: string;
	readonly day: Temporal.PlainDate;
	readonly startsAt: Date;
	readonly next: NonNullable<SessionFacts['next']>;
	readonly caseId: string;
	readonly facilitatorId: string;
	readonly presenterId: string;
	readonly peerId: string;
}): Promise<void> {
	const { trx, keyring, seriesId, facilitatorId, presenterId, peerId } = of;
	const at = (minute: number) => of.startsAt.getTime() + minute * MINUTE_MS;
	let minute = 4;
	const stages = heldStages.map(({ took, pausedMinutes, ...stage }) => {
		const startedAt = at(minute);
		minute += took + pausedMinutes;
		return { ...stage, round: 0, startedAt, ms: took * MINUTE_MS, pausedMs: pausedMinutes * MINUTE_MS };
	});
	const there = (accountId: string, from: number, until: number) => ({
		...{ accountId, from: at(from), until: at(until), ms: (until - from) * MINUTE_MS },
	});
	const facts: SessionFacts = {
		mode: 'live',
		method: {
			...{ id: 'codevelopment', version: 1, minutes: 90, hasClock: true },
			name: { fr: 'Codéveloppement', en: 'Codevelopment' },
		},
		...{ openedAt: at(-8), startedAt: at(4), endedAt: at(minute + 4) },
		roles: [
			{ role: 'facilitator', accountId: facilitatorId },
			{ role: 'timekeeper', accountId: peerId },
		],
		presenters: [presenterId],
		people: [
			there(facilitatorId, 0, minute + 4),
			there(presenterId, 0, minute + 4),
			there(peerId, 2, minute + 4),
		],
		stages,
		choices: [],
		evaluations: [
			{ value: 3, count: 1 },
			{ value: 4, count: 2 },
		],
		spoken: [
			{ accountId: presenterId, stage: '0.presentation', ms: 9 * MINUTE_MS },
			{ accountId: presenterId, stage: '0.synthesis', ms: 7 * MINUTE_MS },
			{ accountId: peerId, stage: '0.clarification', ms: 6 * MINUTE_MS },
			{ accountId: peerId, stage: '0.consultation', ms: 8 * MINUTE_MS },
			{ accountId: facilitatorId, stage: '0.consultation', ms: 5 * MINUTE_MS },
			{ accountId: facilitatorId, stage: '0.contract', ms: 2 * MINUTE_MS },
		],
		next: of.next,
	};
	const id = newId();
	const endedAt = new Date(facts.endedAt);
	const text = newMinutesText([
		{ accountId: presenterId, words: takenAway.presenter },
		{ accountId: peerId, words: takenAway.peer },
	]);
	const key = await createDocument(trx, { keyring, id, now: endedAt, initialState: text.state });
	await claimClients(
		trx,
		text.authors.map((author) => ({ documentId: id, ...author })),
	);
	const session = { seriesId, day: of.day.toString() };
	const { caseId } = of;
	const minutes = { id, groupId: of.group.id, ...session, caseId, facts, key, at: endedAt, heldBack: [] };
	await insertMinutes(trx, minutes);
	await recordAttendance(trx, keyring, { ...session, groupName: of.group.name }, facts);
}
