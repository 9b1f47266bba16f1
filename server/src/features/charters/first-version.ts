/** The charter that a group begins with: the template of its language, in force at once. */
import { createHash } from 'node:crypto';
import type { CharterSection } from '@entrepairs/contract/charters';
import type { Language } from '@entrepairs/contract/values';
import { charterText } from '@entrepairs/domain/charter/versions';
import { type CharterTemplateId, charterTemplate } from '@entrepairs/methods/charter-templates';
import type { Trx } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { insertSignature, insertVersion, signersOf } from './store.ts';

export interface FirstVersion {
	readonly id: string;
	readonly digest: string;
}

/** Gives a new group its charter, inside the transaction that makes the group. */
export async function beginCharter(
	trx: Trx,
	group: {
		readonly groupId: string;
		readonly language: Language;
		readonly by: string;
		readonly at: Date;
		readonly template?: CharterTemplateId;
	},
): Promise<FirstVersion> {
	const { groupId, language, by, at, template = 'peers' } = group;
	const sections = charterTemplate(template).sections.map(
		(section): CharterSection => ({
			key: section.key,
			title: section.title[language],
			text: section.text[language],
		}),
	);
	const id = newId();
	const digest = digestOf(sections);
	await insertVersion(trx, {
		id,
		groupId,
		number: 1,
		sections,
		change: null,
		digest,
		publishedBy: by,
		publishedAt: at,
		inForceFrom: at,
	});
	return { id, digest };
}

/** Everyone who is in the group signs its first version: for a group that is made with its people. */
export async function signForAll(
	trx: Trx,
	groupId: string,
	{ id, digest }: FirstVersion,
	at: Date,
): Promise<void> {
	for (const { memberId } of await signersOf(trx, { groupId })) {
		await insertSignature(trx, { versionId: id, memberId, digest, at });
	}
}

/** SHA-256 of the text, in hexadecimal. */
export function digestOf(sections: readonly CharterSection[]): string {
	return createHash('sha256').update(charterText(sections), 'utf8').digest('hex');
}
