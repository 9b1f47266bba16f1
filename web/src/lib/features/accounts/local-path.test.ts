import { expect, test } from 'vitest';
import { localPath } from './local-path.ts';

test('after signing in, one stays on this site', () => {
	expect(localPath('/cases/1?a=b')).toBe('/cases/1?a=b');
	const traps = [
		'',
		'https://evil.example',
		'//evil.example',
		'/\\evil.example',
		'/\t/evil.example',
		'javascript:alert(1)',
	];
	for (const trap of [null, ...traps]) expect(localPath(trap)).toBe('/');
});
