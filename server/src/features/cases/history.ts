/** What became of a case's text: versions that people keep, going back to one, and erasing for good. */
import type { CaseText, CaseVersion } from '@entrepairs/contract/cases';
import { withoutGarbage } from '../../collab/compaction.ts';
import type { CollabHost } from '../../collab/host.ts';
import { restoringUpdate } from '../../collab/restoring.ts';
import { loadDocument } from '../../collab/store.ts';
import { keepVersion, listVersions, readVersion, type Version } from '../../collab/versions.ts';
import type { Clock } from '../../platform/clock.ts';
import { type Keyring, seal, unseal } from '../../platform/crypto.ts';
import type { Db } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { conflict, invalid, notAllowed, notFound, Refusal } from '../../platform/refusal.ts';
import { placeOf, sectionsOf, titleContext } from './place.ts';
import type { WritableNow } from './service.ts';
import { authorsInCase, replaceTitle } from './store.ts';

export interface CaseHistory {
	text(accountId: string, caseId: string): Promise<CaseText | Refusal>;
	versions(accountId: string, caseId: string): Promise<{ versions: CaseVersion[] } | Refusal>;
	/** Keeps what is written up to now. */
	keep(accountId: string, caseId: string, name: string): Promise<CaseVersion | Refusal>;
	version(accountId: string, caseId: string, versionId: string): Promise<(CaseVersion & CaseText) | Refusal>;
	/** Returns the version that was kept of the text before. */
	restore(
		accountId: string,
		caseId: string,
		versionId: string,
		keepAs: string,
	): Promise<CaseVersion | Refusal>;
	/** Erases what was deleted, all versions, and these sections. */
	erase(accountId: string, caseId: string, sections: readonly string[]): Promise<Refusal | undefined>;
}

export function createCaseHistory(deps: {
	readonly db: Db;
	readonly clock: Clock;
	readonly keyring: Keyring;
	readonly versionsPerDocument: number;
	readonly collab: Pick<CollabHost, 'settle' | 'write' | 'erase'>;
	readonly writableNow: WritableNow;
}): CaseHistory {
	const { db, clock, keyring, collab, versionsPerDocument } = deps;

	async function keep(accountId: string, caseId: string, name: string): Promise<CaseVersion | Refusal> {
		const place = await placeOf(deps, accountId, caseId);
		if (place === null) return notFound;
		if (!place.may('case.write')) return notAllowed;
		if (!(await collab.settle(caseId))) return notFound;
		const id = newId();
		const version = { id, documentId: caseId, name: name.trim(), keptBy: accountId, keptAt: clock.now() };
		const kept = await keepVersion(db, keyring, version, versionsPerDocument);
		if (kept === 'full') return conflict('too-many-versions');
		if (!kept) return notFound;
		const [own] = (await listVersions(db, keyring, caseId)).filter((one) => one.id === id);
		return own === undefined ? notFound : shown(own);
	}

	async function textOf(caseId: string, state: Uint8Array): Promise<CaseText> {
		return { state: Buffer.from(state).toString('base64'), authors: await authorsInCase(db, caseId) };
	}

	return {
		keep,

		async text(accountId, caseId) {
			if ((await placeOf(deps, accountId, caseId)) === null) return notFound;
			await collab.settle(caseId);
			const stored = await loadDocument(db, keyring, caseId);
			return stored === null ? notFound : textOf(caseId, withoutGarbage(stored.state));
		},

		async versions(accountId, caseId) {
			if ((await placeOf(deps, accountId, caseId)) === null) return notFound;
			return { versions: (await listVersions(db, keyring, caseId)).map(shown) };
		},

		async version(accountId, caseId, versionId) {
			if ((await placeOf(deps, accountId, caseId)) === null) return notFound;
			const found = await readVersion(db, keyring, caseId, versionId);
			return found === null ? notFound : { ...shown(found), ...(await textOf(caseId, found.state)) };
		},

		async restore(accountId, caseId, versionId, keepAs) {
			const place = await placeOf(deps, accountId, caseId);
			if (place === null) return notFound;
			const found = await readVersion(db, keyring, caseId, versionId);
			if (found === null) return notFound;
			const before = await keep(accountId, caseId, keepAs);
			if (before instanceof Refusal) return before;
			const own = sectionsOf(place.template);
			const sections = (await deps.writableNow(caseId, accountId, own)) ?? own;
			const outcome = await collab.write(caseId, { accountId, sections }, (state) =>
				restoringUpdate(state, found.state, own),
			);
			if (outcome === 'saved') return before;
			return outcome === 'gone' ? notFound : conflict('section-closed');
		},

		async erase(accountId, caseId, sections) {
			const place = await placeOf(deps, accountId, caseId);
			if (place === null) return notFound;
			if (!place.may('case.erase')) return notAllowed;
			const known = sectionsOf(place.template);
			const unknown = sections.findIndex((section) => !known.includes(section));
			if (unknown !== -1) return invalid(`sections.${unknown}`, 'not-offered');
			const isErased = await collab.erase(caseId, {
				sections,
				accountId,
				reseal: (trx, before, after) =>
					replaceTitle(trx, caseId, (sealed) =>
						seal(after, unseal(before, sealed, titleContext(caseId)), titleContext(caseId)),
					),
			});
			return isErased ? undefined : notFound;
		},
	};
}

function shown({ id, name, keptBy, keptAt }: Version): CaseVersion {
	return { id, name, keptBy, keptAt: keptAt.toISOString() };
}
