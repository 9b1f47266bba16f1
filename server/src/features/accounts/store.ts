import type { Db } from '../../platform/database.ts';

export interface AccountRow {
	readonly id: string;
	readonly email: string;
	readonly name: string;
	readonly language: 'fr' | 'en';
	readonly timeZone: string;
	readonly passwordHash: string;
}

const columns = [
	'id',
	'email',
	'name',
	'language',
	'time_zone as timeZone',
	'password_hash as passwordHash',
] as const;

export async function findByEmail(db: Db, email: string): Promise<AccountRow | undefined> {
	return db.selectFrom('accounts').where('email', '=', email).select(columns).executeTakeFirst();
}

export async function findById(db: Db, id: string): Promise<AccountRow | undefined> {
	return db.selectFrom('accounts').where('id', '=', id).select(columns).executeTakeFirst();
}

/** False when the e-mail is taken. */
export async function insertAccount(db: Db, account: AccountRow, createdAt: Date): Promise<boolean> {
	const row = await db
		.insertInto('accounts')
		.values({
			id: account.id,
			email: account.email,
			name: account.name,
			language: account.language,
			time_zone: account.timeZone,
			password_hash: account.passwordHash,
			created_at: createdAt,
		})
		.onConflict((c) => c.column('email').doNothing())
		.returning('id')
		.executeTakeFirst();
	return row !== undefined;
}

export async function updateProfile(
	db: Db,
	id: string,
	change: { readonly name?: string; readonly language?: 'fr' | 'en'; readonly timeZone?: string },
): Promise<void> {
	const { timeZone, ...rest } = change;
	await db
		.updateTable('accounts')
		.set({ ...rest, ...(timeZone === undefined ? {} : { time_zone: timeZone }) })
		.where('id', '=', id)
		.execute();
}

export async function organisationsOf(
	db: Db,
	accountId: string,
): Promise<{ id: string; name: string; role: 'practitioner' | 'moderator' }[]> {
	return db
		.selectFrom('organisation_members')
		.innerJoin('organisations', 'organisations.id', 'organisation_members.organisation_id')
		.where('account_id', '=', accountId)
		.orderBy('organisations.name')
		.select(['organisations.id', 'organisations.name', 'organisation_members.role'])
		.execute();
}
