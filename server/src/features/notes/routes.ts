import { listNotes, readNote, takeIntoJournal, writeNote } from '@entrepairs/contract/notes';
import type { FastifyInstance } from 'fastify';
import { serve } from '../../platform/http.ts';
import type { NotesService } from './service.ts';

export function notesRoutes(app: FastifyInstance, notes: NotesService): void {
	serve(app, listNotes, async ({ signIn }) => ({ notes: await notes.mine(signIn.accountId) }));
	serve(app, readNote, ({ signIn, params }) => notes.read(signIn.accountId, params.sessionId));
	serve(app, writeNote, ({ signIn, params, body }) => notes.write(signIn.accountId, params.sessionId, body));
	serve(app, takeIntoJournal, ({ signIn, params, body }) =>
		notes.takeIntoJournal(signIn.accountId, params.sessionId, body),
	);
}
