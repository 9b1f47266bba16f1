/**
 * The one file that knows Lucia. It gives sessions their logic (random id, sliding expiry); what
 * is stored is only SHA-256 of the id, so that a copy of the database signs nobody in.
 *
 * A person's "session" in the sense of signing in is called a sign-in everywhere else, because a
 * session is a meeting of a group.
 */
import { createHash } from 'node:crypto';
import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from 'lucia';
import type { Db } from '../../platform/database.ts';
import type { SignIn } from '../../platform/http.ts';

declare module 'lucia' {
	interface Register {
		Lucia: Lucia;
		DatabaseUserAttributes: { name: string };
	}
}

export interface SignIns {
	readonly cookieName: string;
	/** Opens a sign-in and returns the `Set-Cookie` value. */
	open(accountId: string): Promise<string>;
	/** The sign-in that a `Cookie` header names, with a renewed cookie when it is due. */
	read(cookieHeader: string | undefined): Promise<{ signIn: SignIn; renewedCookie: string | null } | null>;
	/** Whether the sign-in still stands: not signed out, not expired. */
	stillOpen(idHash: string): Promise<boolean>;
	close(idHash: string): Promise<void>;
	closeAll(accountId: string): Promise<void>;
	/** Removes what has expired. */
	sweep(): Promise<void>;
	/** The `Set-Cookie` value that takes the cookie away. */
	readonly blankCookie: string;
}

const SIGN_IN_DAYS = 30;

export function createSignIns(db: Db, options: { readonly secure: boolean }): SignIns {
	const lucia = new Lucia(kyselyAdapter(db), {
		sessionExpiresIn: new TimeSpan(SIGN_IN_DAYS, 'd'),
		sessionCookie: {
			// The prefix makes browsers insist on Secure, Path=/ and no Domain.
			name: options.secure ? '__Host-entrepairs' : 'entrepairs',
			attributes: { secure: options.secure, sameSite: 'lax', path: '/' },
		},
		getUserAttributes: ({ name }) => ({ name }),
	});
	return {
		cookieName: lucia.sessionCookieName,
		blankCookie: lucia.createBlankSessionCookie().serialize(),
		async open(accountId) {
			const session = await lucia.createSession(accountId, {});
			return lucia.createSessionCookie(session.id).serialize();
		},
		async read(cookieHeader) {
			const id = lucia.readSessionCookie(cookieHeader ?? '');
			if (id === null) return null;
			const { session, user } = await lucia.validateSession(id);
			if (session === null) return null;
			return {
				signIn: {
					accountId: user.id,
					name: (user as unknown as { name: string }).name,
					idHash: hashOf(id).toString('hex'),
				},
				renewedCookie: session.fresh ? lucia.createSessionCookie(id).serialize() : null,
			};
		},
		async stillOpen(idHash) {
			const row = await db
				.selectFrom('sign_ins')
				.where('id_hash', '=', Buffer.from(idHash, 'hex'))
				.select('expires_at')
				.executeTakeFirst();
			return row !== undefined && row.expires_at.getTime() > Date.now();
		},
		async close(idHash) {
			await db.deleteFrom('sign_ins').where('id_hash', '=', Buffer.from(idHash, 'hex')).execute();
		},
		closeAll: (accountId) => lucia.invalidateUserSessions(accountId),
		sweep: () => lucia.deleteExpiredSessions(),
	};
}

function hashOf(id: string): Buffer {
	return createHash('sha256').update(id).digest();
}

/** Lucia's view of the tables. Ids pass through `hashOf` in both directions of the door. */
function kyselyAdapter(db: Db): Adapter {
	return {
		async getSessionAndUser(id) {
			const row = await db
				.selectFrom('sign_ins')
				.innerJoin('accounts', 'accounts.id', 'sign_ins.account_id')
				.where('id_hash', '=', hashOf(id))
				.select(['accounts.id', 'accounts.name', 'sign_ins.expires_at'])
				.executeTakeFirst();
			if (row === undefined) return [null, null];
			return [
				{ id, userId: row.id, expiresAt: row.expires_at, attributes: {} },
				{ id: row.id, attributes: { name: row.name } },
			];
		},
		async getUserSessions() {
			// Ids cannot be recovered from their hashes; nothing here needs them.
			return [] as DatabaseSession[];
		},
		async setSession(session) {
			await db
				.insertInto('sign_ins')
				.values({ id_hash: hashOf(session.id), account_id: session.userId, expires_at: session.expiresAt })
				.execute();
		},
		async updateSessionExpiration(id, expiresAt) {
			await db
				.updateTable('sign_ins')
				.set({ expires_at: expiresAt })
				.where('id_hash', '=', hashOf(id))
				.execute();
		},
		async deleteSession(id) {
			await db.deleteFrom('sign_ins').where('id_hash', '=', hashOf(id)).execute();
		},
		async deleteUserSessions(accountId) {
			await db.deleteFrom('sign_ins').where('account_id', '=', accountId).execute();
		},
		async deleteExpiredSessions() {
			await db.deleteFrom('sign_ins').where('expires_at', '<=', new Date()).execute();
		},
	};
}
