/**
 * Work that nobody waits for: reminders, mails, what a deadline brings. pg-boss keeps the schedule and
 * the wake-ups in the database, on the embedded one too, in a schema of its own.
 *
 * A job is a name, a rhythm, and a function that does whatever is due and can be run again at any time:
 * what it works on are rows of its feature, taken under lock. So a job that was killed half way, or that
 * two processes happen to run at once, doubles nothing; the next run goes on where the rows say.
 *
 * A job runs: at its rhythm; when a transaction that called `wake` is committed; and at the moment that
 * its last run asked for.
 */
import type { PGlite } from '@electric-sql/pglite';
import { sql } from 'kysely';
import { fromPglite, PgBoss } from 'pg-boss';
import type { Clock } from './clock.ts';
import type { Trx } from './database.ts';
import type { Log } from './log.ts';

export interface PeriodicJob {
	/** Letters and hyphens; it names the queue. */
	readonly name: string;
	/** Five fields, in UTC. */
	readonly cron: string;
	/**
	 * Does what is due; ends early, between two rows, once the signal says so. May say when there will be
	 * more to do, if that is known.
	 */
	run(signal: AbortSignal): Promise<Date | null>;
}

export interface Jobs {
	/** Before `start`. */
	every(job: PeriodicJob): void;
	/** From now on jobs run in this process, as in any other that has started them. */
	start(): Promise<void>;
	/** Runs every job once, here and now, in the order in which they were given: for tests with a clock. */
	runDue(): Promise<void>;
	/** Waits for what runs. */
	stop(): Promise<void>;
}

const CHANNEL = 'entrepairs_jobs';
/** A run that takes longer is taken for dead; what it did not do is still there for the next one. */
const RUN_SECONDS = 300;
const STOP_WITHIN_MS = 5_000;
const CONNECTIONS = 3;

/** Once this transaction is committed, and only then, the job runs soon. */
export async function wake(trx: Trx, name: string): Promise<void> {
	await sql`select pg_notify(${CHANNEL}, ${name})`.execute(trx);
}

export function createJobs(deps: {
	readonly databaseUrl: string | null;
	readonly pglite: PGlite | null;
	readonly clock: Clock;
	readonly log: Log;
}): Jobs {
	const { clock, log } = deps;
	const jobs = new Map<string, PeriodicJob>();
	let boss: PgBoss | null = null;
	let listening: { close(): Promise<void> } | null = null;
	const stopping = new AbortController();

	function create(): PgBoss {
		const created = new PgBoss({
			...(deps.pglite === null
				? { connectionString: deps.databaseUrl ?? '', max: CONNECTIONS }
				: { db: fromPglite(deps.pglite), backend: 'pglite' as const }),
			useListenNotify: true,
			registerInstance: false,
		});
		// Without a listener an error event would end the process.
		created.on('error', (error) => log.warn({ err: error }, 'jobs: something failed and is tried again'));
		return created;
	}

	/** One run waiting is enough, however many ask for it: it does all that is due. */
	async function runSoon(name: string, at?: Date): Promise<void> {
		if (boss === null || !jobs.has(name)) return;
		const startAfter = at === undefined ? 0 : Math.max(1, (at.getTime() - clock.now().getTime()) / 1_000);
		try {
			// A later run that is planned must not stand in the way of one that is wanted now.
			const singletonKey = at === undefined ? 'now' : 'later';
			await boss.send(name, {}, { singletonKey, startAfter: Math.ceil(startAfter) });
		} catch (error) {
			log.warn({ err: error }, 'a job could not be woken; it runs at its rhythm');
		}
	}

	async function run(job: PeriodicJob): Promise<void> {
		const again = await job.run(stopping.signal);
		if (again !== null) await runSoon(job.name, again);
	}

	return {
		every(job) {
			if (boss !== null) throw new Error('jobs have started');
			jobs.set(job.name, job);
		},

		async start() {
			if (boss !== null) return;
			boss = create();
			await boss.start();
			for (const job of jobs.values()) {
				await boss.createQueue(job.name, {
					policy: 'short',
					notify: true,
					retryLimit: 0,
					expireInSeconds: RUN_SECONDS,
					deleteAfterSeconds: 3_600,
				});
				await boss.schedule(job.name, job.cron, {}, { singletonKey: 'now' });
				await boss.work(job.name, { notifyPollingIntervalSeconds: 5 }, async () => {
					try {
						await run(job);
					} catch (error) {
						log.error({ err: error, job: job.name }, 'a job failed; its next run goes on');
					}
				});
			}
			const listener = boss.getDb();
			const wakeAll = () => {
				for (const name of jobs.keys()) void runSoon(name);
			};
			// What was woken while nobody listened is found by the first run.
			listening = (await listener.listen?.(CHANNEL, (name) => void runSoon(name), wakeAll)) ?? null;
		},

		async runDue() {
			for (const job of jobs.values()) await job.run(stopping.signal);
		},

		async stop() {
			const started = boss;
			boss = null;
			stopping.abort();
			await listening?.close();
			listening = null;
			await started?.stop({ graceful: true, timeout: STOP_WITHIN_MS, close: true });
		},
	};
}
