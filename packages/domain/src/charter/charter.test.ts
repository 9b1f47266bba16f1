import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareCharters, compareWords } from './diff.ts';
import { inForceAt, inForceFrom, mayEnter } from './versions.ts';

const day = (n: number) => new Date(Date.UTC(2026, 10, n));
const versions = [
	{ number: 1, inForceFrom: day(1) },
	{ number: 2, inForceFrom: day(10) },
];
const section = (key: string, text: string) => ({ key, title: key, text });

describe('which version of a charter counts', () => {
	it.each([
		['before its day, the one before it still counts', 1, day(9), true],
		['from its day on, the one before it counts no more', 1, day(10), false],
		['who signed it is in', 2, day(10), true],
		['who signed it before its day is in already', 2, day(5), true],
		['who signed nothing is not in', null, day(5), false],
		['before any is in force, nothing has to be signed', null, new Date(0), true],
	])('%s', (_name, signed, now, expected) => {
		expect(mayEnter(versions, signed, now)).toBe(expected);
	});

	it('asks nothing of anyone where there is no charter', () => {
		expect(mayEnter([], null, day(1))).toBe(true);
		expect(inForceAt([], day(1))).toBeNull();
	});

	it('lets the later number count, whichever day it came into force', () => {
		const both = [
			{ number: 2, inForceFrom: day(10) },
			{ number: 3, inForceFrom: day(5) },
		];
		expect(inForceAt(both, day(20))?.number).toBe(3);
	});

	it('begins with the next session, and at once for the first or without a session', () => {
		const sessionStarts = [day(20), day(12), day(3)];
		expect(inForceFrom(day(5), { isFirst: false, sessionStarts })).toEqual(day(12));
		expect(inForceFrom(day(12), { isFirst: false, sessionStarts })).toEqual(day(20));
		expect(inForceFrom(day(5), { isFirst: true, sessionStarts })).toEqual(day(5));
		expect(inForceFrom(day(25), { isFirst: false, sessionStarts })).toEqual(day(25));
	});
});

describe('what changed in a charter', () => {
	it('shows words that are gone and words that are new, and leaves the others alone', () => {
		expect(compareWords('Nous venons à l’heure.', 'Nous venons toujours à l’heure.')).toEqual([
			{ kind: 'same', text: 'Nous venons ' },
			{ kind: 'new', text: 'toujours ' },
			{ kind: 'same', text: 'à l’heure.' },
		]);
	});

	it('gives both texts back, whatever they are', () => {
		const words = fc.array(fc.constantFrom('a', 'b', 'le', ' ', '\n', 'é'), { maxLength: 40 });
		fc.assert(
			fc.property(words, words, (one, other) => {
				const [before, after] = [one.join(''), other.join('')];
				const pieces = compareWords(before, after);
				const without = (kind: string) =>
					pieces
						.filter((piece) => piece.kind !== kind)
						.map(({ text }) => text)
						.join('');
				expect(without('new')).toBe(before);
				expect(without('gone')).toBe(after);
				if (before === after) expect(pieces.every(({ kind }) => kind === 'same')).toBe(true);
			}),
		);
	});

	it('keeps sections by their key, wherever they went', () => {
		const changes = compareCharters(
			[section('a', 'x'), section('b', 'y'), section('c', 'z')],
			[section('c', 'z'), section('a', 'x 2'), section('d', 'w')],
		);
		expect(changes.map(({ key, kind }) => [key, kind])).toEqual([
			['c', 'same'],
			['a', 'changed'],
			['b', 'gone'],
			['d', 'new'],
		]);
	});
});
