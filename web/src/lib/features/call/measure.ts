/** What the browser counts of a line, as differences between two looks. */
import type { Measure } from './budget.ts';

/** What was counted until the last look. */
export interface Totals {
	readonly sent: number;
	readonly lost: number;
}

export async function measureLine(
	connection: RTCPeerConnection,
	before: Totals | null,
): Promise<{ totals: Totals; measure: Measure }> {
	let sent = 0;
	let lost = 0;
	let available: number | null = null;
	// Types of the browser's own reports are loose: each browser has more, and fewer.
	for (const report of (await connection.getStats()).values() as Iterable<Record<string, unknown>>) {
		if (report['type'] === 'outbound-rtp') sent += numberOf(report['packetsSent']);
		if (report['type'] === 'remote-inbound-rtp') lost += numberOf(report['packetsLost']);
		if (report['type'] === 'candidate-pair' && report['nominated'] === true) {
			available =
				typeof report['availableOutgoingBitrate'] === 'number' ? report['availableOutgoingBitrate'] : null;
		}
	}
	const sentSince = sent - (before?.sent ?? 0);
	const lostSince = Math.max(0, lost - (before?.lost ?? 0));
	return {
		totals: { sent, lost },
		// Of a handful of packets nothing can be said.
		measure: {
			loss: before === null || sentSince < 20 ? null : Math.min(1, lostSince / sentSince),
			available,
		},
	};
}

function numberOf(value: unknown): number {
	return typeof value === 'number' ? value : 0;
}
