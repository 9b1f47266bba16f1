/**
 * `pnpm dev`: the server restarts when its sources change, and Vite serves the pages with hot
 * reload, passing API calls and websockets on. Open the address that Vite prints.
 */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './web-build.ts';

const apiPort = process.env['PORT'] ?? '3000';
const pagesPort = '5173';
const web = join(root, 'web');
const vite = join(
	createRequire(join(web, 'package.json')).resolve('vite/package.json'),
	'..',
	'bin',
	'vite.js',
);

const children = [
	spawn(process.execPath, ['--watch', join(root, 'server', 'src', 'main.ts')], {
		stdio: 'inherit',
		env: { ...process.env, PORT: apiPort, ORIGIN: `http://localhost:${pagesPort}` },
	}),
	spawn(process.execPath, [vite, 'dev', '--port', pagesPort, '--strictPort'], {
		cwd: web,
		stdio: 'inherit',
		env: { ...process.env, API_ORIGIN: `http://127.0.0.1:${apiPort}` },
	}),
];

function stop(): void {
	for (const child of children) child.kill('SIGTERM');
}
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
for (const child of children) child.on('exit', stop);
