/**
 * `pnpm organisation "Name" moderator@example.org`: founds an organisation whose first moderator
 * has already opened an account. For whoever runs the server; stop an embedded one first.
 */
import { foundOrganisation } from '../features/organisations/service.ts';
import { ConfigError, readConfig } from '../platform/config.ts';
import { migrate } from '../platform/database.ts';
import { openWorld } from '../world.ts';

const [name, email] = process.argv.slice(2).map((word) => word.trim());
if (!name || !email) {
	console.error('Usage: pnpm organisation "Name" moderator@example.org');
	process.exit(2);
}

try {
	const world = await openWorld(readConfig(process.env));
	await migrate(world.db);
	const id = await foundOrganisation(world, { name, moderatorEmail: email });
	await world.close();
	if (id === null) {
		console.error('Nobody has an account with this e-mail: open one first.');
		process.exit(1);
	}
	console.log(`Organisation founded: ${id}`);
} catch (error) {
	console.error(error instanceof ConfigError ? `${error.message}.` : error);
	process.exit(1);
}
