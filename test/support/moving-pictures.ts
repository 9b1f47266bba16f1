/** What somebody sees of a call: pictures that move. */
import type { Page } from 'playwright-core';
import { until } from './until.ts';

export const callOf = (page: Page) => page.getByRole('region', { name: 'L’appel' });

/** Of each picture of the call whether it changed from one moment to another. */
async function moving(page: Page): Promise<boolean[]> {
	return callOf(page)
		.locator('video.shows')
		.evaluateAll(async (videos) => {
			const look = () =>
				videos.map((video) => {
					const canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 36 });
					const context = canvas.getContext('2d', { willReadFrequently: true });
					context?.drawImage(video as HTMLVideoElement, 0, 0, 64, 36);
					return context?.getImageData(0, 0, 64, 36).data.join() ?? '';
				});
			const before = look();
			await new Promise((resolve) => setTimeout(resolve, 330));
			return look().map((now, nth) => now !== before[nth]);
		});
}

/** So many pictures of the call move, whatever the machine has to do meanwhile. */
export async function allMove(page: Page, count: number, withinMs = 30_000): Promise<void> {
	const isSo = async () => {
		const moves = await moving(page);
		return moves.length === count && moves.every(Boolean);
	};
	await until(isSo, { withinMs, what: `${count} pictures move` });
}
