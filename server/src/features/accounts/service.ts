import type { SignIn as Credentials, Me, ProfileChange, SignUp } from '@entrepairs/contract/accounts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database.ts';
import type { EventBus } from '../../platform/events.ts';
import { newId } from '../../platform/ids.ts';
import { invalid, Refusal } from '../../platform/refusal.ts';
import { isTimeZone } from '../../platform/time-zone.ts';
import type { SignInAttempts } from './attempts.ts';
import { checkPassword, hashPassword } from './passwords.ts';
import type { SignIns } from './sign-ins.ts';
import { findByEmail, findById, insertAccount, organisationsOf, updateProfile } from './store.ts';

export interface AccountsService {
	/** Opens an account and signs in. Refuses a taken e-mail and an unknown zone. */
	signUp(input: SignUp): Promise<{ me: Me; cookie: string } | Refusal>;
	/** Same answer and same work for an unknown e-mail and a wrong password. */
	signIn(input: Credentials, ip: string): Promise<{ me: Me; cookie: string } | Refusal>;
	signOut(signIn: { accountId: string; idHash: string }, everywhere: boolean): Promise<void>;
	readMe(accountId: string): Promise<Me>;
	changeMe(accountId: string, change: ProfileChange): Promise<Me | Refusal>;
}

export function createAccountsService(deps: {
	readonly db: Db;
	readonly clock: Clock;
	readonly events: EventBus;
	readonly signIns: SignIns;
	readonly attempts: SignInAttempts;
}): AccountsService {
	const { db, clock, events, signIns, attempts } = deps;

	async function readMe(accountId: string): Promise<Me> {
		const [account, organisations] = await Promise.all([
			findById(db, accountId),
			organisationsOf(db, accountId),
		]);
		if (account === undefined) throw new Error('signed in without an account');
		const { id, email, name, language, timeZone } = account;
		return { id, email, name, language, timeZone, organisations };
	}

	return {
		readMe,

		async signUp(input) {
			if (!isTimeZone(input.timeZone)) return invalid('timeZone', 'unknown-time-zone');
			const id = newId();
			const inserted = await insertAccount(
				db,
				{
					id,
					email: input.email.toLowerCase(),
					name: input.name.trim(),
					language: input.language,
					timeZone: input.timeZone,
					passwordHash: await hashPassword(input.password),
				},
				clock.now(),
			);
			if (!inserted) return invalid('email', 'email-taken');
			return { me: await readMe(id), cookie: await signIns.open(id) };
		},

		async signIn(input, ip) {
			const email = input.email.toLowerCase();
			const wait = await attempts.secondsToWait(ip, email);
			if (wait > 0) return new Refusal('too-many-requests', { retryAfterSeconds: wait });
			const account = await findByEmail(db, email);
			if (!(await checkPassword(account?.passwordHash ?? null, input.password)) || account === undefined) {
				await attempts.failed(ip, email);
				return new Refusal('wrong-credentials');
			}
			await attempts.succeeded(ip, email);
			return { me: await readMe(account.id), cookie: await signIns.open(account.id) };
		},

		async signOut({ accountId, idHash }, everywhere) {
			await (everywhere ? signIns.closeAll(accountId) : signIns.close(idHash));
			events.emit('signed-out', { accountId, signInHash: everywhere ? null : idHash });
		},

		async changeMe(accountId, change) {
			if (change.timeZone !== undefined && !isTimeZone(change.timeZone)) {
				return invalid('timeZone', 'unknown-time-zone');
			}
			await updateProfile(db, accountId, {
				...change,
				...(change.name === undefined ? {} : { name: change.name.trim() }),
			});
			return readMe(accountId);
		},
	};
}
