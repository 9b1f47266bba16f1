/** Builds the pages when their sources have changed since the last build, and only then. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const web = join(root, 'web');
const stamp = join(web, 'build', '.sources');

/** Throws when the build fails. */
export function buildPagesIfChanged(): void {
	const sources = hashOfSources();
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return;
	console.log('Building the pages…');
	const vite = createRequire(join(web, 'package.json')).resolve('vite/package.json');
	const result = spawnSync(
		process.execPath,
		[join(vite, '..', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'],
		{
			cwd: web,
			encoding: 'utf8',
			env: { ...process.env, NODE_ENV: 'production' },
		},
	);
	if (result.status !== 0)
		throw new Error(`the pages could not be built
${result.stdout}
${result.stderr}`);
	writeFileSync(stamp, sources);
}

function hashOfSources(): string {
	const hash = createHash('sha256');
	const files = globSync(
		[
			'pnpm-lock.yaml',
			'web/{src,static}/**/*',
			'web/*.{ts,json}',
			'packages/*/src/**/*.ts',
			'packages/*/package.json',
		],
		{ cwd: root, withFileTypes: true },
	)
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
	for (const file of files)
		hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
	return hash.digest('hex');
}
