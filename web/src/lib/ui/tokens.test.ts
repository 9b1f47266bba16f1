/** Text must be readable on every ground it may stand on, by day and by night (WCAG 2.2, 1.4.3 and 1.4.11). */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const tokens = new Map(
	[...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
		([, name, light, dark]) => [name as string, { light: light as string, dark: dark as string }],
	),
);

function luminance(hex: string): number {
	const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
		const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
		return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
	const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
	return (high + 0.05) / (low + 0.05);
}

const surfaces = ['surface', 'surface-raised', 'surface-sunken'];
const people = Array.from({ length: 12 }, (_, i) => `person-${i + 1}`);
const pairs: [text: string, ground: string, least: number][] = [
	...surfaces.flatMap((ground) =>
		['ink', 'ink-soft', 'accent', 'accent-strong', 'attention', 'danger'].map(
			(text): [string, string, number] => [text, ground, 4.5],
		),
	),
	...surfaces.map((ground): [string, string, number] => ['line-strong', ground, 3]),
	...['accent-soft', 'attention-soft', 'danger-soft'].map((ground): [string, string, number] => [
		'ink',
		ground,
		4.5,
	]),
	['on-accent', 'accent', 4.5],
	['on-accent', 'accent-strong', 4.5],
	['accent-strong', 'accent-soft', 4.5],
	['attention', 'attention-soft', 4.5],
	['danger', 'danger-soft', 4.5],
	['surface', 'ink', 4.5],
	...people.flatMap((person): [string, string, number][] => [
		[person, 'surface-raised', 4.5],
		[person, 'surface', 4.5],
	]),
];

describe.each(['light', 'dark'] as const)('contrast, %s', (scheme) => {
	test.each(pairs)('%s on %s', (text, ground, least) => {
		const [one, other] = [tokens.get(text)?.[scheme], tokens.get(ground)?.[scheme]];
		expect(contrast(one ?? '', other ?? '')).toBeGreaterThanOrEqual(least);
	});
});
