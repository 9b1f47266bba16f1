/** Minutes as the contract says them. */
import type { HeldSession, SessionMinutes } from '@entrepairs/contract/minutes';
import type { SessionFacts } from '@entrepairs/domain/minutes/draft';
import { minutesOf } from '@entrepairs/domain/minutes/time-there';
import { formatSessionId } from '@entrepairs/domain/schedule/session-id';
import type { MinutesRow } from './store.ts';

type People = ReadonlyMap<string, { readonly name: string; readonly colour: number }>;

const instant = (ms: number) => new Date(ms).toISOString();

/** In the order in which roles are named: who presented, who held the frame, then the others. */
export function rolesOf({ roles, presenters }: SessionFacts): SessionFacts['roles'] {
	const presented = presenters.map((accountId) => ({ role: 'presenter' as const, accountId }));
	const others = roles.filter(
		({ role, accountId }) => role !== 'presenter' || !presenters.includes(accountId),
	);
	return [...presented, ...others];
}

export function asMinutes(of: {
	readonly row: MinutesRow;
	readonly facts: SessionFacts;
	readonly people: People;
	readonly approvals: readonly { readonly accountId: string; readonly at: Date }[];
	readonly case: SessionMinutes['case'];
	readonly versions: SessionMinutes['versions'];
	readonly heldBack: string | null;
	readonly may: SessionMinutes['may'];
}): SessionMinutes {
	const { row, facts } = of;
	const person = (accountId: string) => {
		const known = of.people.get(accountId);
		return { accountId, name: known?.name ?? null, colour: known?.colour ?? 1 };
	};
	return {
		id: row.id,
		sessionId: formatSessionId(row),
		group: { id: row.groupId, name: row.groupName, language: row.language },
		state: row.adoptedAt === null ? 'draft' : 'adopted',
		may: of.may,
		mode: facts.mode,
		method: facts.method && {
			name: facts.method.name,
			version: facts.method.version,
			minutes: facts.method.minutes,
			hasClock: facts.method.hasClock,
		},
		startedAt: instant(facts.startedAt),
		endedAt: instant(facts.endedAt),
		endedByItself: facts.endedByItself ?? false,
		people: facts.people.map(({ accountId, from, until, ms }) => ({
			...person(accountId),
			from: instant(from),
			until: instant(until),
			minutes: minutesOf(ms),
		})),
		roles: rolesOf(facts).map(({ role, accountId }) => ({ role, ...person(accountId) })),
		presenters: [...facts.presenters],
		stages: facts.stages.map((stage) => ({
			key: stage.key,
			round: stage.round,
			name: stage.name,
			plannedSeconds: stage.plannedSeconds,
			startedAt: stage.startedAt === null ? null : instant(stage.startedAt),
			seconds: Math.round(stage.ms / 1_000),
			pausedSeconds: Math.round(stage.pausedMs / 1_000),
			chosen: facts.choices.find((choice) => choice.stage === stage.key)?.name ?? null,
			sections: [...stage.sections],
		})),
		evaluations: facts.evaluations.map((one) => ({ ...one })),
		spoken: facts.spoken?.map((one) => ({ ...one })) ?? null,
		case: of.case,
		next: facts.next && { sessionId: facts.next.sessionId, startsAt: instant(facts.next.startsAt) },
		approvals: of.approvals.map(({ accountId, at }) => ({ ...person(accountId), at: at.toISOString() })),
		adopted: row.adoptedAt && { at: row.adoptedAt.toISOString(), by: row.adoptedBy },
		versions: of.versions,
		heldBack: of.heldBack,
	};
}

/** A row of the history; `minutes` null where they are not for the reader. */
export function asHeldSession(
	row: MinutesRow,
	facts: SessionFacts,
	people: People,
	mayRead: boolean,
): HeldSession {
	return {
		sessionId: formatSessionId(row),
		startedAt: instant(facts.startedAt),
		endedAt: instant(facts.endedAt),
		mode: facts.mode,
		method: facts.method?.name ?? null,
		people: facts.people.length,
		roles: rolesOf(facts).map(({ role, accountId }) => ({
			role,
			name: people.get(accountId)?.name ?? null,
		})),
		minutes: mayRead ? (row.adoptedAt === null ? 'draft' : 'adopted') : null,
	};
}
