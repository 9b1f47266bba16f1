/** The text of minutes as it was adopted: a version of their document, each time that somebody adopted them. */
import type { AdoptedText, AdoptedVersion } from '@entrepairs/contract/minutes';
import { withoutGarbage } from '../../collab/compaction.ts';
import { loadDocument } from '../../collab/store.ts';
import { listVersions, readVersion, type Version } from '../../collab/versions.ts';
import type { Keyring } from '../../platform/crypto.ts';
import type { Db } from '../../platform/database.ts';

/** What was adopted up to now, the newest first. */
export async function adoptedVersions(db: Db, keyring: Keyring, id: string): Promise<AdoptedVersion[]> {
	return (await listVersions(db, keyring, id)).map(shown);
}

/** One of them with its text, beside the text on disk; null where there is none. */
export async function adoptedText(
	db: Db,
	keyring: Keyring,
	id: string,
	versionId: string,
): Promise<AdoptedText | null> {
	const [version, stored] = await Promise.all([
		readVersion(db, keyring, id, versionId),
		loadDocument(db, keyring, id),
	]);
	if (version === null || stored === null) return null;
	const inBase64 = (state: Uint8Array) => Buffer.from(state).toString('base64');
	return {
		...shown(version),
		state: inBase64(version.state),
		now: inBase64(withoutGarbage(stored.state)),
	};
}

function shown({ id, keptAt, keptBy }: Version): AdoptedVersion {
	return { id, adoptedAt: keptAt.toISOString(), adoptedBy: keptBy };
}
