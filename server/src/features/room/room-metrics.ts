import { Counter, Gauge } from 'prom-client';
import type { Metrics } from '../../platform/metrics.ts';

/** What the host of rooms counts: never who, nor in which room. */
export interface RoomMetrics {
	/** An action was done, or refused with this code. */
	acted(action: string, outcome: string): void;
	/** A window was closed for what it sent, by close code. */
	cut(closeCode: number): void;
	slowReaderCut(): void;
	watch(now: { rooms(): number; visits(): number }): void;
}

export function createRoomMetrics(metrics: Metrics): RoomMetrics {
	const registers = [metrics];
	const actions = new Counter({
		name: 'entrepairs_room_actions_total',
		help: 'Actions in rooms, by what came of them',
		labelNames: ['action', 'outcome'],
		registers,
	});
	const cut = new Counter({
		name: 'entrepairs_room_cut_total',
		help: 'Windows of rooms closed for what they sent, by close code',
		labelNames: ['code'],
		registers,
	});
	const slow = new Counter({
		name: 'entrepairs_room_slow_readers_cut_total',
		help: 'Windows of rooms cut because they did not keep up',
		registers,
	});
	return {
		// When somebody is in danger nothing is noted, not even that it was said.
		acted: (action, outcome) =>
			action === 'danger' || action === 'return' ? undefined : actions.inc({ action, outcome }),
		cut: (closeCode) => cut.inc({ code: String(closeCode) }),
		slowReaderCut: () => slow.inc(),
		watch(now) {
			const gauge = (name: string, help: string, read: () => number) =>
				new Gauge({
					name,
					help,
					registers,
					collect() {
						this.set(read());
					},
				});
			gauge('entrepairs_rooms', 'Rooms with somebody in them, in this process', now.rooms);
			gauge('entrepairs_room_windows', 'Windows of rooms that are open, in this process', now.visits);
		},
	};
}
