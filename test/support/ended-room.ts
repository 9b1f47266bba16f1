/** A room as it stands in the database once its session is over, for what it leaves behind. */
import { planOf } from '@entrepairs/domain/room/plan';
import type { Passage, Room } from '@entrepairs/domain/room/state';
import { seal } from '@entrepairs/server/platform/crypto';
import type { World } from '@entrepairs/server/world';

type Method = NonNullable<Room['method']>['definition'];
type Stage = Method['stages'][number];

const words = (text: string) => ({ fr: text, en: text });
const stage = (id: string, own: Partial<Stage> = {}): Stage => ({
	...{ id, name: words(`Étape ${id}`), purpose: words(id), minutes: 10, isFixed: false, days: 2 },
	...{ speaks: [], turns: 'free', presenter: 'in', writes: [], gathers: null, guidance: [], choice: null },
	...own,
});

/** Two stages, enough to have run. */
const method: Method = {
	...{ name: words('Deux temps'), purpose: words('Penser'), people: { least: 2, most: 8 }, minutes: 20 },
	...{ clock: 'kept', advice: 'welcome', frame: 'peer', facilitatorIsPeer: true, roles: [], rounds: 'one' },
	...{ overDays: true, sources: [] },
	stages: [
		stage('facts', { writes: [{ section: 'facts', by: ['presenter'] }] }),
		stage('advice', { writes: [{ section: 'options', by: ['peer'] }] }),
	],
};

const MINUTE_MS = 60_000;

export interface EndedRoom {
	readonly sessionId: string;
	readonly openedAt: Date;
	/** Null: nobody ended it. */
	readonly minutes: number | null;
	readonly facilitatorId: string;
	readonly presenterId: string;
	/** Who was there, from which minute to which; null: still, when last seen. */
	readonly visits: readonly { accountId: string; from: number; until: number; isOpen?: boolean }[];
	readonly own?: Partial<Room>;
}

/** Puts the room there; returns its id. */
export async function putRoom({ db, keyring }: World, of: EndedRoom): Promise<string> {
	const id = crypto.randomUUID();
	const at = (minute: number) => of.openedAt.getTime() + minute * MINUTE_MS;
	const passage = (minute: number, what: Passage['what'], key: string | null = null): Passage => ({
		...{ at: at(minute), by: of.facilitatorId, what, stage: key },
	});
	const room: Room = {
		...{ mode: 'live', phase: of.minutes === null ? 'stages' : 'ended', caseId: null, choices: {} },
		method: { id: 'two', version: 3, minutes: 20, hasClock: true, definition: method },
		roles: [{ role: 'presenter', accountId: of.presenterId }],
		presenters: [of.presenterId],
		plan: planOf(method, {
			...{ minutes: 20, hasClock: true, presenters: [of.presenterId], choices: {} },
		}),
		...{ at: 1, clock: null, deadline: null, inDanger: false },
		frame: { heldBy: of.facilitatorId, backTo: null },
		speaking: { by: null, since: null, hands: [], round: null },
		...{ spoken: [], checkIns: [], revealed: [], takeAways: [], evaluations: [], keepTimes: [] },
		passages: [
			passage(0, 'opened'),
			passage(5, 'started', '0.facts'),
			passage(15, 'next', '0.advice'),
			...(of.minutes === null ? [] : [passage(of.minutes - 5, 'closing'), passage(of.minutes, 'ended')]),
		],
		...of.own,
	};
	const { key, wrapped } = keyring.newDataKey();
	const [seriesId = '', day = ''] = of.sessionId.split('.');
	const { group_id } = await db
		.selectFrom('series')
		.where('id', '=', seriesId)
		.select('group_id')
		.executeTakeFirstOrThrow();
	await db
		.insertInto('rooms')
		.values({
			id,
			group_id,
			series_id: seriesId,
			day,
			version: 1,
			phase: room.phase,
			mode: room.mode,
			case_id: room.caseId,
			deadline_at: null,
			opened_at: of.openedAt,
			ended_at: of.minutes === null ? null : new Date(at(of.minutes)),
			sealed_state: seal(key, Buffer.from(JSON.stringify(room)), `room:${id}:1`),
			wrapped_key: wrapped,
		})
		.execute();
	for (const { accountId, from, until, isOpen } of of.visits)
		await db
			.insertInto('room_visits')
			.values({
				id: crypto.randomUUID(),
				room_id: id,
				account_id: accountId,
				arrived_at: new Date(at(from)),
				seen_at: new Date(at(until)),
				left_at: isOpen ? null : new Date(at(until)),
			})
			.execute();
	return id;
}
