import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What to do on a machine without a browser. */
export const INSTALL_BROWSER =
	'No Chromium was found. Install one (Debian: apt-get install -y chromium), or set CHROMIUM to its path.';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const elsewhere = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Path of a Chromium on this machine, or null. */
export function findBrowser(): string | null {
	const named = process.env['CHROMIUM'];
	if (named !== undefined) return existsSync(named) ? named : null;
	const folders = (process.env['PATH'] ?? '').split(delimiter);
	const candidates = folders.flatMap((folder) => names.map((name) => join(folder, name)));
	return [...candidates, ...elsewhere].find((path) => existsSync(path)) ?? null;
}
