import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { wordLists } from './word-lists.ts';

/** Where `pnpm dev` runs the API; the build needs none. */
const api = process.env['API_ORIGIN'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
	plugins: [
		wordLists(),
		sveltekit({
			adapter: adapter(),
			csp: {
				mode: 'nonce',
				directives: {
					'default-src': ['none'],
					'script-src': ['self'],
					// The hash allows one attribute: that of the element SvelteKit announces pages in.
					'style-src': ['self', 'unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
					'font-src': ['self'],
					'img-src': ['self'],
					'connect-src': ['self'],
					'worker-src': ['self'],
					'manifest-src': ['self'],
					'form-action': ['self'],
					'base-uri': ['none'],
					'frame-ancestors': ['none'],
				},
			},
			// The server checks the origin of every request itself, before pages see it.
			csrf: { trustedOrigins: ['*'] },
		}),
	],
	build: {
		// A file that is inlined as data: would need an opening in the content security policy.
		assetsInlineLimit: 0,
		cssTarget: ['chrome125', 'firefox125', 'safari17.5'],
	},
	server: {
		proxy: {
			'/api': api,
			'/collab': { target: api, ws: true },
			'/rooms': { target: api, ws: true },
		},
	},
});
