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
	])('stops at a wrong %s with one line that names it and does not repeat the value', (variable, value) => {
		const attempt = () => readConfig({ [variable]: value });
		expect(attempt).toThrow(ConfigError);
		expect(attempt).toThrow(new RegExp(`^${variable} [^\\n]+$`));
		expect(attempt).not.toThrow(value);
	});
});
