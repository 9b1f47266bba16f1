import { defineConfig } from 'vitest/config';
import { MixedOrder } from './test/support/order.ts';

/** A real PostgreSQL for whoever asks; started by the run itself. */
const postgres = 'test/support/postgres.ts';
/** A seeded demonstration to copy. */
const demonstration = 'test/support/demonstration.ts';

export default defineConfig({
	test: {
		// Three files at a time on two processors: each has its server, its browser and its database, and waits
		// for them a third of its time.
		maxWorkers: 3,
		sequence: { sequencer: MixedOrder },
		projects: [
			{
				test: {
					name: 'rules',
					include: ['{packages,server,web,scripts}/**/*.test.ts', 'test/{anonymise,schedule}/*.test.ts'],
					// Properties over many inputs, on machines that have other things to do.
					testTimeout: 30_000,
				},
			},
			{
				test: {
					name: 'api',
					include: ['test/api/**/*.test.ts'],
					globalSetup: [postgres],
					testTimeout: 30_000,
					hookTimeout: 60_000,
				},
			},
			{
				test: {
					name: 'faults',
					include: ['test/faults/**/*.test.ts'],
					globalSetup: [postgres],
					testTimeout: 120_000,
					hookTimeout: 60_000,
				},
			},
			{
				test: {
					name: 'journeys',
					include: ['test/journeys/**/*.test.ts'],
					globalSetup: [demonstration],
					testTimeout: 240_000,
					hookTimeout: 120_000,
				},
			},
		],
	},
});
