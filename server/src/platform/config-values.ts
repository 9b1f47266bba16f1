/** What reading a setting is made of. */

/** A setting that cannot be used: which one, and what it should be. Never repeats the value. */
export class ConfigError extends Error {
	constructor(variable: string, expected: string) {
		super(`${variable} ${expected}`);
		this.name = 'ConfigError';
	}
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** An empty variable counts as absent: compose files pass those on. */
export function setting(env: Environment, name: string): string | null {
	const value = env[name]?.trim();
	return value === undefined || value === '' ? null : value;
}
