/** The word lists of packages/anonymise as a file of the site, packed, under a name that changes with them. */
import { gzipSync } from 'node:zlib';
import { wordsFile } from '@entrepairs/anonymise/node-words';
import type { Plugin } from 'vite';

const MODULE = 'virtual:word-lists';
const IN_DEVELOPMENT = '/word-lists.bin';

export function wordLists(): Plugin {
	let isBuild = false;
	return {
		name: 'word-lists',
		configResolved(config) {
			isBuild = config.command === 'build';
		},
		resolveId(id) {
			return id === MODULE ? `\0${MODULE}` : null;
		},
		async load(id) {
			if (id !== `\0${MODULE}`) return null;
			if (!isBuild) return `export default ${JSON.stringify(IN_DEVELOPMENT)};`;
			const file = this.emitFile({
				type: 'asset',
				name: 'word-lists.bin',
				source: gzipSync(await wordsFile(), { level: 9 }),
			});
			return `export default import.meta.ROLLUP_FILE_URL_${file};`;
		},
		configureServer(server) {
			server.middlewares.use(IN_DEVELOPMENT, async (_request, response) => {
				response.setHeader('content-type', 'application/octet-stream');
				response.end(gzipSync(await wordsFile()));
			});
		},
	};
}
