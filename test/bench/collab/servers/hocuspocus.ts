/** Hocuspocus with its own database extension, on SQLite in a file. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Database } from '@hocuspocus/extension-database';
import { Server } from '@hocuspocus/server';
import { answerParent } from './measured.ts';

const sqlite = new DatabaseSync(join(process.env['DATA_DIR'] as string, 'hocuspocus.sqlite'));
sqlite.exec('create table if not exists documents (name text primary key, data blob not null)');
const read = sqlite.prepare('select data from documents where name = ?');
const write = sqlite.prepare(
	'insert into documents (name, data) values (?, ?) on conflict (name) do update set data = excluded.data',
);

const server = new Server({
	port: Number(process.env['PORT']),
	address: '127.0.0.1',
	quiet: true,
	stopOnSignals: true,
	extensions: [
		new Database({
			fetch: async ({ documentName }) => (read.get(documentName)?.['data'] as Uint8Array | undefined) ?? null,
			store: async ({ documentName, state }) => {
				write.run(documentName, state);
			},
		}),
	],
});
await server.listen();
answerParent();
