/** How many times the database is asked while something happens in this process. */
import pg from 'pg';

export async function countQueries(during: () => Promise<unknown>): Promise<number> {
	const original = pg.Client.prototype.query;
	let count = 0;
	pg.Client.prototype.query = function counted(this: pg.Client, ...args: unknown[]) {
		count++;
		return Reflect.apply(original, this, args);
	} as typeof original;
	try {
		await during();
	} finally {
		pg.Client.prototype.query = original;
	}
	return count;
}
