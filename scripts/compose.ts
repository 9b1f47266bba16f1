/**
 * Looks at docker-compose.yml without Docker: that it parses, that what it refers to exists, and
 * that the application is given only settings it knows.
 */
import { existsSync } from 'node:fs';
import { parseDocument } from 'yaml';

interface Service {
	readonly image?: string;
	readonly build?: { readonly context: string; readonly dockerfile?: string };
	readonly environment?: Readonly<Record<string, string>>;
	readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
	readonly volumes?: readonly string[];
	readonly healthcheck?: unknown;
	readonly ports?: readonly string[];
}

interface Compose {
	readonly services?: Readonly<Record<string, Service>>;
	readonly volumes?: Readonly<Record<string, unknown>>;
}

const settings = [
	'HOST',
	'PORT',
	'ORIGIN',
	'DATA_DIR',
	'DATABASE_URL',
	'REDIS_URL',
	'MASTER_KEY',
	'SMTP_URL',
	'MAIL_FROM',
	...['TURN_URLS', 'TURN_SECRET', 'TURN_ONLY', 'LIVEKIT_URL', 'LIVEKIT_KEY', 'LIVEKIT_SECRET'],
	'LOG_LEVEL',
];

/** One line a mistake; none when the file is good. */
export function composeMistakes(text: string): string[] {
	const document = parseDocument(text, { uniqueKeys: true });
	if (document.errors.length > 0) return document.errors.map(({ message }) => message);
	const { services = {}, volumes = {} } = document.toJS() as Compose;
	const mistakes: string[] = [];
	for (const needed of ['app', 'postgres', 'redis', 'mail', 'proxy']) {
		if (!(needed in services)) mistakes.push(`there is no service ${needed}`);
	}
	for (const [name, service] of Object.entries(services)) {
		if ((service.image === undefined) === (service.build === undefined))
			mistakes.push(`${name}: an image or a build`);
		if (service.image !== undefined && !/:[\w.-]+$/.test(service.image))
			mistakes.push(`${name}: an image without a version`);
		if (
			service.build !== undefined &&
			!existsSync(`${service.build.context}/${service.build.dockerfile ?? 'Dockerfile'}`)
		) {
			mistakes.push(`${name}: its Dockerfile does not exist`);
		}
		for (const [other, { condition }] of Object.entries(service.depends_on ?? {})) {
			if (!(other in services)) mistakes.push(`${name}: depends on ${other}, which does not exist`);
			else if (condition === 'service_healthy' && services[other]?.healthcheck === undefined) {
				mistakes.push(`${name}: waits for the health of ${other}, which has no check`);
			}
		}
		for (const volume of service.volumes ?? []) {
			const [source = ''] = volume.split(':');
			if (source.startsWith('.') ? !existsSync(source) : !(source in volumes)) {
				mistakes.push(`${name}: the volume ${source} does not exist`);
			}
		}
	}
	for (const setting of Object.keys(services['app']?.environment ?? {})) {
		if (!settings.includes(setting)) mistakes.push(`app: ${setting} is no setting of ours`);
	}
	return mistakes;
}
