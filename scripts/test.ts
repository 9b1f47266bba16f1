/**
 * `pnpm test [filter]`: every test there is. The pages are built first when they changed, because
 * the journeys run against the real server with its real pages.
 */
import { startVitest } from 'vitest/node';
import { findBrowser, INSTALL_BROWSER } from '../test/support/find-browser.ts';
import { buildPagesIfChanged, root } from './web-build.ts';

process.chdir(root);
const hasBrowser = findBrowser() !== null;
if (!hasBrowser && process.env['REQUIRE_BROWSER']) {
	console.error(INSTALL_BROWSER);
	process.exit(1);
}
buildPagesIfChanged();

const vitest = await startVitest('test', process.argv.slice(2), { run: true, watch: false });
const counts = { passed: 0, failed: 0, skipped: 0, pending: 0 };
for (const module of vitest.state.getTestModules()) {
	for (const test of module.children.allTests()) counts[test.result().state]++;
}
await vitest.close();

// One plain line at the end, for people and for programs that read the log.
const notRun = counts.skipped + counts.pending;
if (!hasBrowser) console.log(`The journeys were left out. ${INSTALL_BROWSER}`);
console.log(`${counts.passed} passed, ${counts.failed} failed${notRun > 0 ? `, ${notRun} skipped` : ''}`);
process.exit(process.exitCode ?? (counts.failed > 0 ? 1 : 0));
