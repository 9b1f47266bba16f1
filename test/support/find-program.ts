import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Path of the first of these programs that the PATH knows, or null. */
export function findProgram(names: readonly string[]): string | null {
	const folders = (process.env['PATH'] ?? '').split(delimiter);
	return (
		folders.flatMap((folder) => names.map((name) => join(folder, name))).find((path) => existsSync(path)) ??
		null
	);
}

const onMacOs = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Path of a Chromium on this machine, or null. */
export function findBrowser(): string | null {
	const named = process.env['CHROMIUM'];
	if (named !== undefined) return existsSync(named) ? named : null;
	const found = findProgram([
		'chromium',
		'chromium-browser',
		'google-chrome',
		'google-chrome-stable',
		'chrome',
	]);
	return found ?? onMacOs.find((path) => existsSync(path)) ?? null;
}

export function findRedis(): string | null {
	return findProgram(['redis-server', 'valkey-server']);
}

/** What this machine lacks for all the tests to run, and what to do about it. */
export function whatIsMissing(): string[] {
	return [
		...(findBrowser() === null
			? ['The journeys need Chromium: apt-get install -y chromium (Debian), or set CHROMIUM to its path.']
			: []),
		...(findRedis() === null
			? ['The tests of several processes need Redis: apt-get install -y redis-server (Debian).']
			: []),
	];
}
