import type { Db, Trx } from './database.ts';
import { Refusal } from './refusal.ts';

/**
 * A transaction of something that may turn out to be refused on the way: the refusal is returned, and
 * what was begun before it is undone.
 */
export async function transact<T>(db: Db, work: (trx: Trx) => Promise<T>): Promise<T | Refusal> {
	try {
		return await db.transaction().execute(async (trx) => {
			const result = await work(trx);
			if (result instanceof Refusal) throw new Undone(result);
			return result;
		});
	} catch (error) {
		if (error instanceof Undone) return error.refusal;
		throw error;
	}
}

/** Carries a refusal out of a transaction, so that it is rolled back. */
class Undone extends Error {
	readonly refusal: Refusal;

	constructor(refusal: Refusal) {
		super('undone');
		this.refusal = refusal;
	}
}
