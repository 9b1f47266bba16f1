/**
 * The secret part of the address that turns mails off without signing in: whose, which, and a code that
 * only this server can make. It opens nothing else.
 *
 * Bytes: account id (16) | what (1) | code (15); 43 letters in base64url.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { type MailSubject, mailSubjects } from '@entrepairs/contract/notifications';

export type Unsubscribes = MailSubject | 'all';

/** In this order for good: addresses in mails name them by number. */
const order: readonly Unsubscribes[] = [...mailSubjects, 'all'];
const ID_BYTES = 16;
const CODE_BYTES = 15;

export function unsubscribeToken(accountId: string, of: Unsubscribes, secret: Uint8Array): string {
	const id = Buffer.from(accountId.replaceAll('-', ''), 'hex');
	const what = order.indexOf(of);
	return Buffer.concat([id, Uint8Array.of(what), codeOf(id, what, secret)]).toString('base64url');
}

/** What a token claims; null when it is none. `isFrom` says whether it was made with this secret. */
export function readUnsubscribeToken(
	token: string,
): { accountId: string; of: Unsubscribes; isFrom(secret: Uint8Array): boolean } | null {
	const bytes = Buffer.from(token, 'base64url');
	const what = bytes[ID_BYTES] ?? -1;
	const of = order[what];
	if (bytes.length !== ID_BYTES + 1 + CODE_BYTES || of === undefined) return null;
	const id = bytes.subarray(0, ID_BYTES);
	const hex = id.toString('hex');
	return {
		accountId: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
		of,
		isFrom: (secret) => timingSafeEqual(bytes.subarray(ID_BYTES + 1), codeOf(id, what, secret)),
	};
}

function codeOf(id: Uint8Array, what: number, secret: Uint8Array): Buffer {
	const mac = createHmac('sha256', secret).update(id).update(Uint8Array.of(what));
	return mac.digest().subarray(0, CODE_BYTES);
}
