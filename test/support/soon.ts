/** A session of the demonstration whose room is open now, and four people who may come. */
import type { Session } from '@entrepairs/contract/sessions';
import { sign } from './people.ts';
import type { ServerProcess } from './server-process.ts';

/** Its id. It begins in a few minutes, with Claire, Samir, Awa and Nadia. */
export async function sessionSoon(server: ServerProcess): Promise<string> {
	const { groupId, organisationId } = server.demo();
	const [facilitator, moderator, nadia] = await Promise.all([
		server.demoPerson('facilitator'),
		server.demoPerson('moderator'),
		server.demoPerson('applicant'),
	]);
	const { requests } = await moderator.must<{ requests: { id: string }[] }>(
		'GET',
		`/api/organisations/${organisationId}/join-requests`,
	);
	await moderator.must('POST', `/api/join-requests/${requests[0]?.id}/decision`, {
		...{ outcome: 'accepted', reason: 'Bienvenue.' },
	});
	await sign(nadia, groupId);
	const soon = Temporal.Now.zonedDateTimeISO('Europe/Paris').add({ minutes: 10 });
	const { sessions } = await facilitator.must<{ sessions: Session[] }>(
		'POST',
		`/api/groups/${groupId}/series`,
		{
			startsOn: soon.toPlainDate().toString(),
			time: soon.toPlainTime().toString().slice(0, 5),
			...{ durationMinutes: 90, timeZone: 'Europe/Paris', recurrence: null },
		},
	);
	return sessions[0]?.id ?? '';
}
