/** Passwords: argon2id with the parameters that OWASP names first (19 MiB, 2 passes, 1 lane). */
import { hash, verify } from '@node-rs/argon2';

const ARGON2ID = 2;
const parameters = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
	return hash(password.normalize('NFC'), parameters);
}

/**
 * Whether the password is the one that was hashed. For an unknown account pass null: the same work
 * is done, so that the time of the answer does not tell who has an account.
 */
export async function checkPassword(stored: string | null, password: string): Promise<boolean> {
	const matches = await verify(stored ?? (await hashOfNobody), password.normalize('NFC'));
	return stored !== null && matches;
}

const hashOfNobody = hashPassword(crypto.randomUUID());
