/** How much a first visit loads, and how long a keystroke takes to be on disk. */
import { gzipSync } from 'node:zlib';
import { buildPagesIfChanged } from '../../scripts/web-build.ts';
import { openBrowser, signIn, visitor } from '../support/browser.ts';
import { connect } from '../support/collab-client.ts';
import { ServerProcess } from '../support/server-process.ts';
import { until } from '../support/until.ts';

buildPagesIfChanged();
const server = await ServerProcess.start({ LOG_LEVEL: 'silent' });
try {
	await measureFirstLoads();
	await measureSaving();
} finally {
	await server.destroy();
}

/** JavaScript that a first visit of a page loads, compressed. */
async function measureFirstLoads(): Promise<void> {
	const browser = await openBrowser();
	const pages = { home: '/', editor: `/cases/${server.demo().caseId}` };
	for (const [name, path] of Object.entries(pages)) {
		const fresh = await visitor(browser);
		await signIn(fresh, server, 'practitioner');
		const sizes: Promise<number>[] = [];
		fresh.page.on('response', (response) => {
			const { pathname } = new URL(response.url());
			// The detector comes beside the page, after the text.
			if (!pathname.endsWith('.js') || pathname.includes('/workers/')) return;
			sizes.push(response.body().then((body) => gzipSync(body).length));
		});
		await fresh.page.goto(server.url + path, { waitUntil: 'networkidle' });
		const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
		console.log(
			`first load, ${name}: ${(bytes / 1024).toFixed(1)} KiB of JavaScript (gzip) in ${sizes.length} files`,
		);
		await fresh.close();
	}
	await browser.close();
}

/** From a keystroke to `saved`, against a bare request that touches the database once. */
async function measureSaving(): Promise<void> {
	const person = await server.demoPerson('practitioner');
	const client = await connect(person, server.demo().caseId);
	await until(() => client.isSaved());
	const keystroke = await median(100, async () => {
		client.write('learning', 'a');
		while (!client.isSaved()) await new Promise((resolve) => setImmediate(resolve));
	});
	const request = await median(100, async () => {
		await person.get('/api/me');
	});
	client.leave();
	console.log(`keystroke to saved: ${(keystroke / request).toFixed(2)} times a GET /api/me`);
}

async function median(rounds: number, work: () => Promise<void>): Promise<number> {
	const times: number[] = [];
	for (let round = 0; round < rounds; round++) {
		const start = performance.now();
		await work();
		times.push(performance.now() - start);
	}
	return times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;
}
