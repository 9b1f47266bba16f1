/**
 * Configuration, read and checked in one place. A wrong value stops the start with one line that
 * names the variable; nothing else in the server reads the environment.
 */
import { resolve } from 'node:path';
import { type CallConfig, readCallConfig } from './config-call.ts';
import { ConfigError, type Environment, setting } from './config-values.ts';

export { ConfigError } from './config-values.ts';

export interface Config extends CallConfig {
	readonly host: string;
	readonly port: number;
	/** The address people type; printed at start, used in links and cookies. */
	readonly publicUrl: string;
	/** Origins whose pages may send requests that change something, and open websockets. */
	readonly origins: readonly string[];
	/** Cookies carry `Secure` when people come over https. */
	readonly secureCookies: boolean;
	/** Whether `X-Forwarded-*` of a proxy on this machine or a private network is believed. */
	readonly behindProxy: boolean;
	readonly dataDir: string;
	/** A PostgreSQL server; null means the embedded database in the data folder. */
	readonly databaseUrl: string | null;
	readonly redisUrl: string | null;
	/** 32 bytes each, the current one first; null means the key file in the data folder. */
	readonly masterKeys: readonly Uint8Array[] | null;
	/** Where mails are handed over; null means that they are written to a folder and not sent. */
	readonly smtpUrl: string | null;
	/** `Entrepairs <no-reply@entrepairs.example>` */
	readonly mailFrom: string;
	readonly logLevel: LogLevel;
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Reads the configuration. Throws `ConfigError` at the first setting that cannot be used. */
export function readConfig(env: Environment): Config {
	const host = setting(env, 'HOST') ?? '127.0.0.1';
	const port = readPort(setting(env, 'PORT') ?? '3000');
	const origin = setting(env, 'ORIGIN');
	const publicUrl = origin === null ? `http://localhost:${port}` : readOrigin(origin);
	return {
		host,
		port,
		publicUrl,
		// Without ORIGIN this is a trial on one's own machine, which has three names.
		origins: origin === null ? [publicUrl, `http://127.0.0.1:${port}`, `http://[::1]:${port}`] : [publicUrl],
		secureCookies: publicUrl.startsWith('https://'),
		behindProxy: origin !== null,
		dataDir: resolve(setting(env, 'DATA_DIR') ?? 'data'),
		databaseUrl: readUrl(env, 'DATABASE_URL', ['postgres:', 'postgresql:']),
		redisUrl: readUrl(env, 'REDIS_URL', ['redis:', 'rediss:']),
		masterKeys: readMasterKeys(setting(env, 'MASTER_KEY')),
		smtpUrl: readUrl(env, 'SMTP_URL', ['smtp:', 'smtps:']),
		mailFrom: readSender(setting(env, 'MAIL_FROM')) ?? `Entrepairs <no-reply@${hostOf(publicUrl)}>`,
		logLevel: readLogLevel(setting(env, 'LOG_LEVEL') ?? 'info'),
		...readCallConfig(env),
	};
}

function readPort(value: string): number {
	const port = Number(value);
	if (!/^\d+$/.test(value) || port < 1 || port > 65_535) {
		throw new ConfigError('PORT', 'must be a number from 1 to 65535');
	}
	return port;
}

function readOrigin(value: string): string {
	const url = URL.parse(value);
	if (
		url === null ||
		!['http:', 'https:'].includes(url.protocol) ||
		url.origin !== value.replace(/\/$/, '')
	) {
		throw new ConfigError(
			'ORIGIN',
			'must be the public address without a path, such as https://entrepairs.example',
		);
	}
	return url.origin;
}

function readUrl(env: Environment, name: string, protocols: readonly string[]): string | null {
	const value = setting(env, name);
	if (value === null) return null;
	const url = URL.parse(value);
	if (url === null || !protocols.includes(url.protocol)) {
		throw new ConfigError(
			name,
			`must be an address that begins with ${protocols.map((p) => `${p}//`).join(' or ')}`,
		);
	}
	return value;
}

/** One address, with or without a name before it in angle brackets. */
function readSender(value: string | null): string | null {
	if (value === null) return null;
	if (!/^([^<>"@,\r\n]+<[^\s<>"@,]+@[^\s<>"@,]+>|[^\s<>"@,]+@[^\s<>"@,]+)$/.test(value)) {
		throw new ConfigError('MAIL_FROM', 'must be an address such as Entrepairs <no-reply@entrepairs.example>');
	}
	return value;
}

function hostOf(address: string): string {
	return new URL(address).hostname;
}

function readMasterKeys(value: string | null): Uint8Array[] | null {
	if (value === null) return null;
	return value.split(',').map((one) => {
		const key = Buffer.from(one.trim(), 'base64');
		if (key.length !== 32 || !/^[A-Za-z0-9+/]{43}=$/.test(one.trim())) {
			throw new ConfigError(
				'MASTER_KEY',
				'must be 32 random bytes in base64 (openssl rand -base64 32), or several with commas, the current one first',
			);
		}
		return key;
	});
}

function readLogLevel(value: string): LogLevel {
	const level = logLevels.find((known) => known === value);
	if (level === undefined) throw new ConfigError('LOG_LEVEL', `must be one of ${logLevels.join(', ')}`);
	return level;
}
