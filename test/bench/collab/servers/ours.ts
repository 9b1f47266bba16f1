/** Our own server, as it is started everywhere, with room for many connections of few people. */
import { buildApp } from '@entrepairs/server/app';
import { defaultLimits } from '@entrepairs/server/collab/limits';
import { readConfig } from '@entrepairs/server/platform/config';
import { openWorld } from '@entrepairs/server/world';
import { answerParent } from './measured.ts';

const world = await openWorld(readConfig(process.env));
const app = await buildApp(world, { ...defaultLimits, connectionsPerPerson: 100_000 });
await app.listen({ host: world.config.host, port: world.config.port });
process.on('SIGTERM', () => {
	app
		.close()
		.then(() => world.close())
		.then(() => process.exit(0));
});
answerParent();
