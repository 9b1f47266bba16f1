/**
 * The database: embedded (PostgreSQL in WebAssembly, files in the data folder) or a PostgreSQL
 * server. One dialect; what a feature sees is a Kysely, the same for both.
 */
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { types as embeddedTypes, PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, PostgresDialect, type Transaction } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { Pool, types as serverTypes } from 'pg';
import { ConfigError } from './config.ts';
import type { Database } from './schema.ts';

export type Db = Kysely<Database>;
export type Trx = Transaction<Database>;

export interface OpenDatabase {
	readonly db: Db;
	readonly kind: 'embedded' | 'server';
	/** The embedded database itself, for what does not speak Kysely; null with a server. */
	readonly pglite: PGlite | null;
	close(): Promise<void>;
}

const INT8 = 20;
const DATE = 1082;

/** Opens the database that the configuration names. Migrations are a step of their own. */
export async function openDatabase(options: {
	readonly databaseUrl: string | null;
	readonly dataDir: string;
	readonly onLostConnection: (error: unknown) => void;
}): Promise<OpenDatabase> {
	return options.databaseUrl === null
		? openEmbedded(options.dataDir)
		: openServer(options.databaseUrl, options.onLostConnection);
}

async function openEmbedded(dataDir: string): Promise<OpenDatabase> {
	const folder = join(dataDir, 'database');
	mkdirSync(dataDir, { recursive: true, mode: 0o700 });
	const release = lockFolder(dataDir);
	const pglite = await PGlite.create(folder, {
		parsers: { [INT8]: Number, [DATE]: (day: string) => day },
		serializers: { [embeddedTypes.DATE]: (day: string) => day },
	});
	const db = new Kysely<Database>({ dialect: new PGliteDialect({ pglite }) });
	return {
		db,
		kind: 'embedded',
		pglite,
		async close() {
			await db.destroy();
			if (!pglite.closed) await pglite.close();
			release();
		},
	};
}

async function openServer(url: string, onLostConnection: (error: unknown) => void): Promise<OpenDatabase> {
	const pool = new Pool({
		connectionString: url,
		max: 10,
		connectionTimeoutMillis: 5_000,
		types: {
			getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
				// Sequences stay far below 2^53, and a day must not become an instant in some zone.
				if (oid === INT8) return Number;
				if (oid === DATE) return (day: string) => day;
				return format === 'binary'
					? serverTypes.getTypeParser(oid, 'binary')
					: serverTypes.getTypeParser(oid, 'text');
			}) as typeof serverTypes.getTypeParser,
		},
	});
	// A connection that breaks would end the process otherwise, idle or in the middle of a transaction.
	pool.on('error', onLostConnection);
	pool.on('connect', (client) => client.on('error', onLostConnection));
	const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
	return { db, kind: 'server', pglite: null, close: () => db.destroy() };
}

/**
 * Two processes on one embedded database destroy it: the second one must not start. A lock left
 * by a process that was killed is taken over.
 */
function lockFolder(dataDir: string): () => void {
	const file = join(dataDir, 'database.lock');
	for (let attempt = 0; attempt < 2; attempt++) {
		try {
			const handle = openSync(file, 'wx', 0o600);
			writeSync(handle, String(process.pid));
			closeSync(handle);
			return () => rmSync(file, { force: true });
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
			const owner = Number(readFileSync(file, 'utf8'));
			if (owner !== process.pid && isRunning(owner)) {
				throw new ConfigError('DATA_DIR', `is in use by another Entrepairs server (process ${owner})`);
			}
			rmSync(file, { force: true });
		}
	}
	throw new ConfigError('DATA_DIR', 'cannot be locked for this server');
}

function isRunning(pid: number): boolean {
	if (!Number.isInteger(pid) || pid <= 0) return false;
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

const migrationsFolder = fileURLToPath(new URL('../../../migrations/', import.meta.url));

function migrator(db: Db): Migrator {
	return new Migrator({
		db,
		provider: {
			async getMigrations() {
				const names = (await readdir(migrationsFolder)).filter((name) => /^\d{4}_\w+\.ts$/.test(name));
				const loaded = await Promise.all(
					names.map(async (name) => {
						const migration: Migration = await import(join(migrationsFolder, name));
						return [name.replace(/\.ts$/, ''), migration] as const;
					}),
				);
				return Object.fromEntries(loaded);
			},
		},
	});
}

/** Brings the tables up to date. Several processes may call it at once. Throws on failure. */
export async function migrate(db: Db): Promise<void> {
	const { error } = await migrator(db).migrateToLatest();
	if (error !== undefined) throw error;
}

/** Whether every migration of this version has been applied. Throws when the database is away. */
export async function isMigrated(db: Db): Promise<boolean> {
	const migrations = await migrator(db).getMigrations();
	return migrations.every((migration) => migration.executedAt !== undefined);
}
