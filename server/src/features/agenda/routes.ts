import {
	addPitch,
	changeUrgency,
	choosePitch,
	echoPitch,
	leavePitch,
	listPitches,
	markFollowUp,
	readAgenda,
	votePitch,
	withdrawPitch,
} from '@entrepairs/contract/agenda';
import type { FastifyInstance } from 'fastify';
import { serve } from '../../platform/http.ts';
import type { AgendaService } from './agenda.ts';
import type { PitchesService } from './service.ts';

export function agendaRoutes(
	app: FastifyInstance,
	{ agenda, pitches }: { readonly agenda: AgendaService; readonly pitches: PitchesService },
): void {
	serve(app, listPitches, ({ signIn, params }) => pitches.list(signIn.accountId, params.groupId));
	serve(app, addPitch, ({ signIn, params, body }) => pitches.add(signIn.accountId, params.groupId, body));
	serve(app, withdrawPitch, ({ signIn, params }) => pitches.withdraw(signIn.accountId, params.pitchId));
	serve(app, changeUrgency, ({ signIn, params, body }) =>
		pitches.changeUrgency(signIn.accountId, params.pitchId, body.urgency),
	);
	serve(app, echoPitch, ({ signIn, params, body }) =>
		pitches.echo(signIn.accountId, params.pitchId, body.on),
	);
	serve(app, votePitch, ({ signIn, params, body }) =>
		pitches.vote(signIn.accountId, params.pitchId, body.on),
	);
	serve(app, leavePitch, ({ signIn, params }) => pitches.leave(signIn.accountId, params.pitchId));
	serve(app, choosePitch, ({ signIn, params, body }) =>
		pitches.choose(signIn.accountId, params.pitchId, body.sessionId),
	);
	serve(app, readAgenda, ({ signIn, params }) => agenda.read(signIn.accountId, params.sessionId));
	serve(app, markFollowUp, ({ signIn, params, body }) =>
		agenda.mark(signIn.accountId, params.sessionId, params.subjectId, body.state),
	);
}
