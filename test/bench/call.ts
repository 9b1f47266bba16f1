/**
 * `pnpm bench call`: as many windows as a call between browsers takes, all of them on this machine, with
 * devices that are made up. Whether each sees all of them move, and what a window sends and receives.
 */
import type { Page } from 'playwright-core';
import { buildPagesIfChanged } from '../../scripts/web-build.ts';
import { fakeDevices, openBrowser, signIn, visitor } from '../support/browser.ts';
import { allMove, callOf } from '../support/moving-pictures.ts';
import { ServerProcess } from '../support/server-process.ts';
import { sessionSoon } from '../support/soon.ts';

const WINDOWS = 8;
/** Four people, each with two windows. */
const people = [
	['facilitator', 0],
	['practitioner', 0],
	['practitioner', 1],
	['applicant', 0],
] as const;
const MEASURED_MS = 5_000;

buildPagesIfChanged();
const server = await ServerProcess.start({ LOG_LEVEL: 'silent' });
const browser = await openBrowser(fakeDevices);
try {
	const sessionId = await sessionSoon(server);
	const windows: Page[] = [];
	for (const [role, nth] of [...people, ...people].slice(0, WINDOWS)) {
		const one = await visitor(browser);
		await signIn(one, server, role, nth);
		await one.page.addInitScript(() => {
			const links: RTCPeerConnection[] = [];
			Object.assign(window, { links });
			window.RTCPeerConnection = class extends RTCPeerConnection {
				constructor(configuration?: RTCConfiguration) {
					super(configuration);
					links.push(this);
				}
			};
		});
		await one.page.goto(`${server.url}/sessions/${sessionId}/room`);
		windows.push(one.page);
	}
	for (const page of windows) {
		await page.getByRole('button', { name: 'Rejoindre l’appel' }).click();
		await callOf(page).getByRole('button', { name: 'Allumer la caméra' }).click();
	}
	const isSeen: boolean[] = [];
	for (const page of windows) {
		isSeen.push(
			await allMove(page, WINDOWS, 60_000).then(
				() => true,
				() => false,
			),
		);
	}
	console.log(
		`windows in which all ${WINDOWS} pictures move: ${isSeen.filter(Boolean).length} of ${WINDOWS}`,
	);
	const before = await Promise.all(windows.map(measured));
	await new Promise((resolve) => setTimeout(resolve, MEASURED_MS));
	const after = await Promise.all(windows.map(measured));
	console.table(
		after.map((now, nth) => {
			const then = before[nth] ?? now;
			const seconds = (now.at - then.at) / 1_000;
			return {
				links: now.links,
				'sent kbit/s': Math.round(((now.sent - then.sent) * 8) / 1_000 / seconds),
				'pictures/s of each': Number(((now.pictures - then.pictures) / seconds / (WINDOWS - 1)).toFixed(1)),
				'widest picture': now.width,
			};
		}),
	);
} finally {
	await browser.close();
	await server.destroy();
}

/** What one window has sent and received until now. */
function measured(page: Page) {
	return page.evaluate(async () => {
		const { links } = window as unknown as { links: RTCPeerConnection[] };
		const open = links.filter(({ connectionState }) => connectionState === 'connected');
		const total = { at: performance.now(), links: open.length, sent: 0, pictures: 0, width: 0 };
		for (const link of open) {
			for (const report of (await link.getStats()).values()) {
				if (report.type === 'outbound-rtp') total.sent += report.bytesSent;
				if (report.type !== 'inbound-rtp' || report.kind !== 'video') continue;
				total.pictures += report.framesDecoded ?? 0;
				total.width = Math.max(total.width, report.frameWidth ?? 0);
			}
		}
		return total;
	});
}
