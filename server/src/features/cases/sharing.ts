/**
 * How a text comes before its group.
 *
 *     shared by its author ──▶ open
 *              │                ▲
 *              ▼                │ the second reader has read it
 *        in second reading ─────┘
 *
 * It passes the gate (gate.ts) each time more people can see it. In second reading only its author and
 * the colleague who is asked can, by any path. A reader who leaves the group or the case is asked no
 * more, and the author can ask another. Whoever recognises the situation leaves the case for good.
 */

import { textOfCase } from '@entrepairs/anonymise/review';
import type { Case, NewCase } from '@entrepairs/contract/cases';
import type { Review } from '@entrepairs/contract/review';
import { mayOpenCase } from '@entrepairs/domain/schedule/case-window';
import type { CollabHost } from '../../collab/host.ts';
import { createDocument } from '../../collab/new-document.ts';
import { plainText } from '../../collab/plain-text.ts';
import { holdDocuments, loadDocument } from '../../collab/store.ts';
import type { Clock } from '../../platform/clock.ts';
import { type Keyring, seal, unseal } from '../../platform/crypto.ts';
import type { Db, Trx } from '../../platform/database.ts';
import type { EventBus } from '../../platform/events.ts';
import { newId } from '../../platform/ids.ts';
import {
	charterUnsigned,
	conflict,
	invalid,
	notAllowed,
	notFound,
	type Refusal,
} from '../../platform/refusal.ts';
import { can } from '../../policy/policy.ts';
import { standingOf } from '../../policy/standing.ts';
import type { PitchesService } from '../agenda/service.ts';
import { isMember } from '../memberships/members.ts';
import { tell } from '../notifications/notices.ts';
import type { SessionsService } from '../sessions/service.ts';
import type { Detector } from './detector.ts';
import { whyNotShared } from './gate.ts';
import { givenSections, linesOf, newCaseText, whyNoCase } from './new-text.ts';
import { placeOf, sectionsOf, titleContext } from './place.ts';
import type { CasesService } from './service.ts';
import { findCase, insertCase } from './store.ts';
import {
	hasLeft,
	insertExclusions,
	insertRecusal,
	insertReview,
	openToGroup,
	replaceSecondReader,
	wantsSecondReader,
} from './store-sharing.ts';

export interface CaseSharing {
	/** Opens a case in a session of one's group, until a day after the session's end. */
	share(accountId: string, sessionId: string, input: NewCase): Promise<Case | Refusal>;
	/** As the second reader: the group may see it. */
	finishSecondReading(accountId: string, caseId: string, review: Review): Promise<Case | Refusal>;
	askSecondReader(accountId: string, caseId: string, readerId: string): Promise<Case | Refusal>;
	/** Leaves a case at once and for good. Nobody is told who or why. */
	recuse(accountId: string, caseId: string): Promise<Refusal | undefined>;
}

export function createCaseSharing(deps: {
	readonly db: Db;
	readonly clock: Clock;
	readonly keyring: Keyring;
	readonly events: EventBus;
	readonly detector: Pick<Detector, 'kindsIn'>;
	readonly sessions: Pick<SessionsService, 'find' | 'hold'>;
	readonly cases: Pick<CasesService, 'read'>;
	readonly pitches: Pick<PitchesService, 'becomeCase'>;
	readonly collab: Pick<CollabHost, 'settle'>;
}): CaseSharing {
	const { db, clock, keyring, events, detector, sessions, cases, pitches, collab } = deps;

	/** A case as it is on disk, as one text, and where in its history that is. */
	async function textNow(caseId: string, sections: readonly string[]) {
		return db.transaction().execute(async (trx) => {
			// An erasure at the same time comes before or after: the title is sealed with the key of the text.
			await holdDocuments(trx, [caseId]);
			const row = await findCase(trx, caseId);
			const stored = await loadDocument(trx, keyring, caseId);
			if (row === undefined || stored === null) return null;
			const title = Buffer.from(unseal(stored.key, row.sealedTitle, titleContext(caseId))).toString('utf8');
			const texts = plainText(stored.state, sections).filter((text) => /\S/.test(text));
			return { text: textOfCase(title, texts), epoch: stored.epoch, lastSeq: stored.lastSeq };
		});
	}

	function tellReader(trx: Trx, to: string, groupId: string, caseId: string): Promise<void> {
		return tell(trx, [{ kind: 'second-reading-asked', to, groupId, subjectId: caseId }], clock.now());
	}

	return {
		async share(accountId, sessionId, input) {
			const [standing, session] = await Promise.all([
				standingOf(db, accountId, clock.now()),
				sessions.find(sessionId),
			]);
			if (session === null || !can(standing, 'session.read', session.group.id)) return notFound;
			if (!can(standing, 'room.enter', session.group.id)) return charterUnsigned;
			const groupId = session.group.id;
			if (!can(standing, 'case.open', groupId)) return conflict('group-ended');
			const openedAt = clock.now();
			if (!mayOpenCase(session, openedAt)) return conflict('session-ended');
			if (session.state === 'cancelled') return conflict('session-cancelled');
			const secondReaderId = input.secondReaderId ?? null;
			if (secondReaderId === null) {
				if (await wantsSecondReader(db, groupId)) return invalid('secondReaderId', 'required');
			} else if (secondReaderId === accountId || !(await isMember(db, groupId, secondReaderId))) {
				return invalid('secondReaderId', 'not-offered');
			}
			const excluded = input.excluded ?? [];
			for (const [index, colleague] of excluded.entries()) {
				const isOffered =
					colleague !== accountId && colleague !== secondReaderId && (await isMember(db, groupId, colleague));
				if (!isOffered) return invalid(`excluded.${index}`, 'not-offered');
			}
			const title = input.title.trim();
			const sections = givenSections(input);
			const whole = textOfCase(
				title,
				sections.map(({ text }) => text),
			);
			const why = whyNoCase(input) ?? (await whyNotShared(detector, whole, input.review));
			if (why !== null) return why;
			const id = newId();
			const { state, clientId } = newCaseText(
				input.template,
				Object.fromEntries(sections.map(({ key, text }) => [key, linesOf(text)])),
			);
			const refusal = await db.transaction().execute(async (trx) => {
				// A series that changes at the same time must not leave the case on a session that is no more.
				if ((await sessions.hold(trx, sessionId)) === null) return notFound;
				const pitch =
					input.pitchId === undefined ? null : { id: input.pitchId, authorId: accountId, groupId };
				const absent = pitch === null ? [] : await pitches.becomeCase(trx, pitch);
				if (absent === null) return invalid('pitchId', 'not-offered');
				const key = await createDocument(trx, {
					keyring,
					id,
					now: openedAt,
					initialState: state,
					// Where there are no words yet, they are nobody's.
					...(sections.length > 0 ? { author: { clientId, accountId } } : {}),
				});
				await insertCase(trx, {
					id,
					groupId,
					seriesId: session.seriesId,
					day: session.day,
					template: input.template,
					sealedTitle: seal(key, Buffer.from(title), titleContext(id)),
					openedBy: accountId,
					openedAt,
					secondReaderId,
				});
				// In the same moment as the case: there is none in which they could have seen it.
				await insertExclusions(trx, { caseId: id, excluded, by: accountId, at: openedAt });
				const { review } = input;
				await insertReview(trx, { caseId: id, occasion: 'sharing', by: accountId, at: openedAt, review });
				// Who knew the situation from its pitch does not meet it again as a case.
				for (const one of absent) await insertRecusal(trx, id, one, openedAt);
				if (secondReaderId !== null) await tellReader(trx, secondReaderId, groupId, id);
				return null;
			});
			return refusal ?? cases.read(accountId, id);
		},

		async finishSecondReading(accountId, caseId, review) {
			const place = await placeOf(deps, accountId, caseId);
			if (place === null) return notFound;
			if (place.subject.isOpen) return conflict('not-in-second-reading');
			if (!place.may('case.open-to-group')) return notAllowed;
			if (!(await collab.settle(caseId))) return notFound;
			const now = await textNow(caseId, sectionsOf(place.template));
			if (now === null) return notFound;
			const why = await whyNotShared(detector, now.text, review);
			if (why !== null) return why;
			const refusal = await db.transaction().execute(async (trx) => {
				// What is opened is what was looked at: nobody writes in between.
				const held = (await holdDocuments(trx, [caseId])).get(caseId);
				if (held?.epoch !== now.epoch || held.lastSeq !== now.lastSeq) return conflict('changed-meanwhile');
				if (!(await openToGroup(trx, caseId, accountId))) return conflict('not-in-second-reading');
				const at = clock.now();
				await insertReview(trx, { caseId, occasion: 'second-reading', by: accountId, at, review });
				return null;
			});
			return refusal ?? cases.read(accountId, caseId);
		},

		async askSecondReader(accountId, caseId, readerId) {
			const place = await placeOf(deps, accountId, caseId);
			if (place === null) return notFound;
			if (place.subject.isOpen) return conflict('not-in-second-reading');
			if (!place.may('case.ask-second-reader')) return notAllowed;
			const { groupId, secondReaderId: before } = place.subject;
			const isOffered =
				readerId !== accountId &&
				(await isMember(db, groupId, readerId)) &&
				!(await hasLeft(db, caseId, readerId));
			if (!isOffered) return invalid('accountId', 'not-offered');
			const isReplaced = await db.transaction().execute(async (trx) => {
				if (!(await replaceSecondReader(trx, caseId, readerId))) return false;
				if (before !== readerId) await tellReader(trx, readerId, groupId, caseId);
				return true;
			});
			if (!isReplaced) return conflict('not-in-second-reading');
			if (before !== null && before !== readerId) {
				events.emit('access-changed', { groupId, accountId: before });
			}
			return cases.read(accountId, caseId);
		},

		async recuse(accountId, caseId) {
			const place = await placeOf(deps, accountId, caseId);
			if (place === null) return notFound;
			if (!place.may('case.recuse')) return notAllowed;
			await db.transaction().execute((trx) => insertRecusal(trx, caseId, accountId, clock.now()));
			events.emit('access-changed', { groupId: place.subject.groupId, accountId });
			return undefined;
		},
	};
}
