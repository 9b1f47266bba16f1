import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

describe('configuration', () => {
	it('has a working default for a trial on one’s own machine', () => {
		const config = readConfig({});
		expect(config.publicUrl).toBe('http://localhost:3000');
		expect(config.origins).toContain('http://127.0.0.1:3000');
		expect(config.secureCookies).toBe(false);
		expect(config.databaseUrl).toBeNull();
	});

	it('believes only the public address once it is given, and asks for secure cookies over https', () => {
		const config = readConfig({ ORIGIN: 'https://entrepairs.example/' });
		expect(config.origins).toEqual(['https://entrepairs.example']);
		expect(config.secureCookies).toBe(true);
	});

	it('sends mail from its public host, unless another sender is named', () => {
		expect(readConfig({ ORIGIN: 'https://pairs.example' }).mailFrom).toBe(
			'Entrepairs <no-reply@pairs.example>',
		);
		expect(readConfig({ MAIL_FROM: 'Groupes <g@mail.example>' }).mailFrom).toBe('Groupes <g@mail.example>');
	});

	it('counts an empty variable as absent', () => {
		expect(readConfig({ DATABASE_URL: '', REDIS_URL: ' ' }).databaseUrl).toBeNull();
	});

	it.each([
		['PORT', '70000'],
		['PORT', 'http'],
		['ORIGIN', 'supervision.fr'],
		['ORIGIN', 'https://supervision.fr/path'],
		['DATABASE_URL', 'mysql://localhost/x'],
		['REDIS_URL', 'localhost:6379'],
		['SMTP_URL', 'mail.example'],
		['MAIL_FROM', 'postmaster'],
		['MAIL_FROM', 'One <one@mail.example>, Two <two@mail.example>'],
		['MASTER_KEY', 'too-short'],
		['LOG_LEVEL', 'loud'],
		['TURN_URLS', 'turn:one.example,https://two.example'],
		['TURN_ONLY', 'perhaps'],
		['LIVEKIT_URL', 'https://livekit.example'],
	])('stops at a wrong %s with one line that names it and does not repeat the value', (variable, value) => {
		const attempt = () => readConfig({ [variable]: value });
		expect(attempt).toThrow(ConfigError);
		expect(attempt).toThrow(new RegExp(`^${variable} [^\\n]+$`));
		expect(attempt).not.toThrow(value);
	});

	it('takes relays with their secret, and a media server with its keys, or nothing of it', () => {
		expect(readConfig({})).toMatchObject({ turn: { urls: [], secret: null, only: false }, liveKit: null });
		const turn = { TURN_URLS: 'stun:one.example, turns:one.example:5349?transport=tcp' };
		expect(() => readConfig(turn)).toThrow(/^TURN_SECRET /);
		expect(readConfig({ ...turn, TURN_SECRET: 's', TURN_ONLY: 'yes' }).turn).toEqual({
			urls: ['stun:one.example', 'turns:one.example:5349?transport=tcp'],
			secret: 's',
			only: true,
		});
		expect(() => readConfig({ TURN_URLS: 'stun:one.example', TURN_ONLY: 'yes' })).toThrow(/^TURN_ONLY /);
		const liveKit = { LIVEKIT_URL: 'wss://live.example', LIVEKIT_KEY: 'k' };
		expect(() => readConfig(liveKit)).toThrow(/^LIVEKIT_SECRET /);
		expect(readConfig({ ...liveKit, LIVEKIT_SECRET: 's' }).liveKit).toEqual({
			url: 'wss://live.example',
			key: 'k',
			secret: 's',
		});
	});
});
