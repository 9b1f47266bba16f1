/** How each person wants to be told. Who has chosen nothing is told as `asUsual` says. */
import { randomBytes } from 'node:crypto';
import { mailSubjects, type NotificationChoices } from '@entrepairs/contract/notifications';
import { nextDigest } from '@entrepairs/domain/notifications/digest';
import { sql } from 'kysely';
import type { Db, Trx } from '../../platform/database.ts';
import { readUnsubscribeToken, type Unsubscribes } from './unsubscribing.ts';

export const asUsual: NotificationChoices = {
	mail: { reminders: true, sessions: true, roles: true, group: true, polls: true },
	invitations: true,
	reminders: [1_440, 120],
	eveningBefore: false,
	digest: 'off',
	digestDay: 1,
	digestHour: 8,
};

const SECRET_BYTES = 32;

interface Person {
	readonly id: string;
	readonly email: string;
	readonly language: 'fr' | 'en';
	readonly timeZone: string;
	readonly choices: NotificationChoices;
	readonly linkSecret: Uint8Array | null;
}

/** People with their choices, by id. */
export async function peopleWithChoices(
	db: Db,
	ids: readonly string[],
): Promise<ReadonlyMap<string, Person>> {
	if (ids.length === 0) return new Map();
	const rows = await db
		.selectFrom('accounts')
		.leftJoin('notification_choices', 'notification_choices.account_id', 'accounts.id')
		.where('accounts.id', 'in', [...new Set(ids)])
		.select(['id', 'email', 'language', 'time_zone as timeZone', 'choices', 'link_secret as linkSecret'])
		.execute();
	return new Map(rows.map((row) => [row.id, { ...row, choices: choicesOf(row.choices) }]));
}

/** All moments that somebody chose to be reminded at, and the usual ones. */
export async function remindersInUse(
	db: Db,
): Promise<Pick<NotificationChoices, 'reminders' | 'eveningBefore'>> {
	const rows = await db
		.selectFrom('notification_choices')
		.select([
			sql<unknown>`choices -> 'reminders'`.as('reminders'),
			sql<boolean>`coalesce((choices ->> 'eveningBefore')::boolean, false)`.as('eveningBefore'),
		])
		.distinct()
		.execute();
	const chosen = rows.flatMap(({ reminders }) => (reminders ?? []) as number[]);
	return {
		reminders: [...new Set([...asUsual.reminders, ...chosen])],
		eveningBefore: asUsual.eveningBefore || rows.some((row) => row.eveningBefore),
	};
}

/** What was stored before a choice existed has the usual one. */
function choicesOf(stored: unknown): NotificationChoices {
	const given = (stored ?? {}) as Partial<NotificationChoices>;
	return { ...asUsual, ...given, mail: { ...asUsual.mail, ...given.mail } };
}

/** The person's choices under lock, made first if there were none. */
async function lockChoices(
	trx: Trx,
	accountId: string,
): Promise<{ choices: NotificationChoices; secret: Uint8Array; timeZone: string } | null> {
	const account = await trx
		.selectFrom('accounts')
		.where('id', '=', accountId)
		.select('time_zone')
		.executeTakeFirst();
	if (account === undefined) return null;
	await trx
		.insertInto('notification_choices')
		.values({
			account_id: accountId,
			choices: '{}',
			link_secret: randomBytes(SECRET_BYTES),
			digest_due_at: null,
		})
		.onConflict((c) => c.doNothing())
		.execute();
	const row = await trx
		.selectFrom('notification_choices')
		.where('account_id', '=', accountId)
		.select(['choices', 'link_secret'])
		.forUpdate()
		.executeTakeFirstOrThrow();
	return { choices: choicesOf(row.choices), secret: row.link_secret, timeZone: account.time_zone };
}

/** The secret of a person's links, the same for good. */
export async function linkSecret(db: Db, accountId: string): Promise<Uint8Array | null> {
	return db.transaction().execute(async (trx) => (await lockChoices(trx, accountId))?.secret ?? null);
}

async function store(
	trx: Trx,
	accountId: string,
	timeZone: string,
	choices: NotificationChoices,
	now: Date,
): Promise<void> {
	// What waits for a digest that will not come any more goes in a last one, at once.
	const digestDueAt = nextDigest(choices, timeZone, now) ?? now;
	await trx
		.updateTable('notification_choices')
		.set({ choices: JSON.stringify(choices), digest_due_at: digestDueAt })
		.where('account_id', '=', accountId)
		.execute();
}

export async function changeChoices(
	db: Db,
	accountId: string,
	choices: NotificationChoices,
	now: Date,
): Promise<void> {
	await db.transaction().execute(async (trx) => {
		const locked = await lockChoices(trx, accountId);
		if (locked !== null) await store(trx, accountId, locked.timeZone, choices, now);
	});
}

/** What a link is about; with `isOff`, changes it first. Null when it was not made here. */
export async function useLink(
	db: Db,
	token: string,
	now: Date,
	isOff?: boolean,
): Promise<{ of: Unsubscribes; isOff: boolean } | null> {
	const claim = readUnsubscribeToken(token);
	if (claim === null) return null;
	const { accountId, of } = claim;
	return db.transaction().execute(async (trx) => {
		const row = await trx
			.selectFrom('notification_choices')
			.where('account_id', '=', accountId)
			.select('link_secret')
			.executeTakeFirst();
		if (row === undefined || !claim.isFrom(row.link_secret)) return null;
		const locked = await lockChoices(trx, accountId);
		if (locked === null) return null;
		const subjects = of === 'all' ? mailSubjects : [of];
		const mail = { ...locked.choices.mail };
		if (isOff !== undefined) {
			for (const subject of subjects) mail[subject] = !isOff;
			await store(trx, accountId, locked.timeZone, { ...locked.choices, mail }, now);
		}
		return { of, isOff: subjects.every((subject) => !mail[subject]) };
	});
}
