/**
 * `pnpm test [filter]`: every test there is. The pages are built first when they changed, because
 * the journeys run against the real server with its real pages.
 */
import { startVitest } from 'vitest/node';
import { whatIsMissing } from '../test/support/find-program.ts';
import { buildPagesIfChanged, root } from './web-build.ts';

process.chdir(root);
const missing = whatIsMissing();
if (missing.length > 0 && process.env['REQUIRE_ALL']) {
	console.error(missing.join('\n'));
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
for (const line of missing) console.log(`Left out. ${line}`);
console.log(`${counts.passed} passed, ${counts.failed} failed${notRun > 0 ? `, ${notRun} skipped` : ''}`);
process.exit(process.exitCode ?? (counts.failed > 0 ? 1 : 0));
