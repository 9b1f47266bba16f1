import { changeEntry, eraseEntry, listEntries, readEntry, writeEntry } from '@entrepairs/contract/journal';
import type { FastifyInstance } from 'fastify';
import { serve } from '../../platform/http.ts';
import type { JournalService } from './service.ts';

export function journalRoutes(app: FastifyInstance, journal: JournalService): void {
	serve(app, listEntries, async ({ signIn }) => ({ entries: await journal.mine(signIn.accountId) }));
	serve(app, writeEntry, ({ signIn, body }) => journal.write(signIn.accountId, body));
	serve(app, readEntry, ({ signIn, params }) => journal.read(signIn.accountId, params.entryId));
	serve(app, changeEntry, ({ signIn, params, body }) =>
		journal.change(signIn.accountId, params.entryId, body),
	);
	serve(app, eraseEntry, ({ signIn, params }) => journal.erase(signIn.accountId, params.entryId));
}
