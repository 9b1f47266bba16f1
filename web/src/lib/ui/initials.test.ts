import { expect, test } from 'vitest';
import { initials } from './initials.ts';

test('one or two letters, of whatever name', () => {
	expect(initials('Marie-Hélène de la Tour')).toBe('MT');
	expect(initials('Awa')).toBe('A');
	expect(initials('  élise  Ñandú ')).toBe('ÉÑ');
});
