/**
 * Failed sign-ins are counted, successful ones are not: someone who types well is never slowed, and
 * guessing is. Counting is by address and e-mail together, by address, and by e-mail alone (against
 * guessing from many addresses), and is the same whether the e-mail has an account or not.
 */
import { createHash } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

export interface SignInAttempts {
	/** Seconds to wait before another try; 0 when one may try now. */
	secondsToWait(ip: string, email: string): Promise<number>;
	failed(ip: string, email: string): Promise<void>;
	succeeded(ip: string, email: string): Promise<void>;
}

const QUARTER_HOUR = 15 * 60;

export function createSignInAttempts(): SignInAttempts {
	const limits = [
		{ points: 10, key: (ip: string, email: string) => `${ip} ${email}` },
		{ points: 60, key: (ip: string) => ip },
		{ points: 100, key: (_ip: string, email: string) => email },
	].map(({ points, key }) => ({
		points,
		key: (ip: string, email: string) => digest(key(ip, email)),
		counter: new RateLimiterMemory({ points, duration: QUARTER_HOUR }),
	}));
	return {
		async secondsToWait(ip, email) {
			const waits = await Promise.all(
				limits.map(async ({ points, key, counter }) => {
					const state = await counter.get(key(ip, email));
					return state !== null && state.consumedPoints >= points ? Math.ceil(state.msBeforeNext / 1000) : 0;
				}),
			);
			return Math.max(...waits);
		},
		async failed(ip, email) {
			await Promise.all(
				limits.map(({ key, counter }) =>
					counter.consume(key(ip, email)).catch((error: unknown) => {
						// Past the limit the library throws the state; that is what is counted for.
						if (!(error instanceof RateLimiterRes)) throw error;
					}),
				),
			);
		},
		async succeeded(ip, email) {
			const [pair] = limits;
			await pair?.counter.delete(pair.key(ip, email));
		},
	};
}

/** Counters hold no address of anyone. */
function digest(key: string): string {
	return createHash('sha256').update(key).digest('base64');
}
