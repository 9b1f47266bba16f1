/** Imports go one way (docs/architecture.md). Each rule says what it keeps. */
module.exports = {
	forbidden: [
		{ name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
		{
			name: 'domain-uses-nothing',
			comment: 'Rules are plain functions: no I/O. What methods are is data, and they are about it.',
			severity: 'error',
			from: { path: '^packages/domain/src', pathNot: '(\\.test|/example|/some-method)\\.ts$' },
			to: { pathNot: '^packages/(domain|methods)/src' },
		},
		{
			name: 'packages-know-no-side',
			severity: 'error',
			from: { path: '^packages/' },
			to: { path: '^(server|web|migrations|test)/' },
		},
		{
			name: 'web-and-server-meet-in-packages',
			severity: 'error',
			from: { path: '^web/' },
			to: { path: '^(server|migrations|test)/' },
		},
		{
			name: 'server-knows-no-page',
			severity: 'error',
			from: { path: '^server/' },
			to: { path: '^(web|test)/' },
		},
		{
			name: 'platform-knows-no-feature',
			severity: 'error',
			from: { path: '^server/src/platform' },
			to: { path: '^server/src/(features|collab|policy|demo|commands)' },
		},
		{
			name: 'policy-stands-on-platform',
			severity: 'error',
			from: { path: '^server/src/policy' },
			to: { path: '^server/src/(features|collab|demo|commands)' },
		},
		{
			name: 'collab-knows-no-feature',
			severity: 'error',
			from: { path: '^server/src/collab' },
			to: { path: '^server/src/(features|demo|commands)' },
		},
		{
			name: 'stores-are-private',
			comment: 'A feature asks another one’s service, never its tables.',
			severity: 'error',
			from: { path: '^server/src/features/([^/]+)/' },
			to: { path: '^server/src/features/([^/]+)/store', pathNot: '^server/src/features/$1/' },
		},
		{
			name: 'routes-ask-services',
			severity: 'error',
			from: { path: '^server/src/features/[^/]+/routes' },
			to: { path: '^server/src/features/[^/]+/store|^server/src/policy' },
		},
		{
			name: 'services-know-no-route',
			severity: 'error',
			from: { path: '^server/src/features/[^/]+/(service|store)' },
			to: { path: '^server/src/features/[^/]+/routes|node_modules/fastify' },
		},
		{
			name: 'one-file-knows-lucia',
			severity: 'error',
			from: { pathNot: '^server/src/features/accounts/sign-ins\\.ts$' },
			to: { path: 'node_modules/lucia' },
		},
		{
			name: 'ui-knows-no-feature',
			severity: 'error',
			from: { path: '^web/src/lib/(ui|i18n|api)' },
			to: { path: '^web/src/lib/(features|shell)|^web/src/routes' },
		},
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		exclude: { path: '(^|/)(build|\\.svelte-kit)/' },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['import', 'svelte', 'node', 'default'],
			extensions: ['.ts', '.js', '.mjs', '.svelte'],
		},
	},
};
