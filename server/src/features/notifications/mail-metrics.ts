/** How many mails are in which state, for whoever watches the server. */
import { Gauge } from 'prom-client';
import type { Db } from '../../platform/database.ts';
import type { Metrics } from '../../platform/metrics.ts';

const states = ['queued', 'handed', 'sent', 'written', 'failed', 'unknown', 'dropped'] as const;

export function countMails(metrics: Metrics, db: Db): void {
	new Gauge({
		name: 'entrepairs_mails',
		help: 'Mails by state: queued wait, failed and unknown were not or perhaps not delivered',
		labelNames: ['state'],
		registers: [metrics],
		async collect() {
			const rows = await db
				.selectFrom('mails')
				.groupBy('state')
				.select(({ fn }) => ['state', fn.countAll<number>().as('count')])
				.execute();
			for (const state of states) {
				this.set({ state }, Number(rows.find((row) => row.state === state)?.count ?? 0));
			}
		},
	});
}
