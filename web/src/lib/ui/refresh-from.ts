import { tick } from 'svelte';
import { refreshAll } from '$app/navigation';

/**
 * Brings the page up to date. When the control that had focus goes with what has changed, focus goes
 * on from `place`; it is never taken from where somebody has put it.
 */
export async function refreshFrom(place: HTMLElement | undefined): Promise<void> {
	await refreshAll();
	await tick();
	if (document.activeElement === document.body) place?.focus({ preventScroll: true });
}
