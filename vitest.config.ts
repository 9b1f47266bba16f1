import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		projects: [
			{ test: { name: 'rules', include: ['{packages,server,web,scripts}/**/*.test.ts'] } },
		],
	},
});
