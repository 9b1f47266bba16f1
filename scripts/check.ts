/**
 * `pnpm check`: types, lint, format, the import rule, unused code, and the compose file. Runs them
 * all, so that one run shows everything there is to mend.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeMistakes } from './compose.ts';
import { root } from './web-build.ts';

process.chdir(root);

const web = join(root, 'web');
const steps: [name: string, program: string, args: string[], folder?: string][] = [
	['types', 'tsc', ['-p', '.', '--noEmit']],
	['types of the routes', 'svelte-kit', ['sync'], web],
	['types of the pages', 'svelte-check', ['--tsconfig', 'tsconfig.json', '--fail-on-warnings'], web],
	['lint and format', 'biome', ['check', '--error-on-warnings', '.']],
	['format of the pages', 'prettier', ['--check', '--log-level', 'warn', 'web/src/**/*.svelte']],
	[
		'the import rule',
		'depcruise',
		[
			'--config',
			'.dependency-cruiser.cjs',
			'server/src',
			'packages',
			'migrations',
			'test',
			'web/src',
			'scripts',
		],
	],
	['unused code', 'knip', ['--no-progress']],
];

const failed: string[] = [];
function report(name: string, isGood: boolean): void {
	console.log(`${isGood ? 'ok    ' : 'FAILED'} ${name}`);
	if (!isGood) failed.push(name);
}

for (const [name, program, args, folder = root] of steps) {
	const { status, stdout, stderr } = spawnSync(join(folder, 'node_modules', '.bin', program), args, {
		cwd: folder,
		encoding: 'utf8',
		shell: process.platform === 'win32',
	});
	if (status !== 0) console.log(stdout, stderr);
	report(name, status === 0);
}

const mistakes = composeMistakes(readFileSync('docker-compose.yml', 'utf8'));
for (const mistake of mistakes) console.log(mistake);
report('the compose file', mistakes.length === 0);

process.exit(failed.length === 0 ? 0 : 1);
