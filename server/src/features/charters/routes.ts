import {
	listChartersToSign,
	publishCharter,
	readCharter,
	readCharterVersion,
	signCharter,
} from '@entrepairs/contract/charters';
import type { FastifyInstance } from 'fastify';
import { serve } from '../../platform/http.ts';
import type { ChartersService } from './service.ts';

export function chartersRoutes(app: FastifyInstance, charters: ChartersService): void {
	serve(app, readCharter, ({ signIn, params }) => charters.read(signIn.accountId, params.groupId));
	serve(app, readCharterVersion, ({ signIn, params }) =>
		charters.readVersion(signIn.accountId, params.groupId, params.versionId),
	);
	serve(app, publishCharter, ({ signIn, params, body }) =>
		charters.publish(signIn.accountId, params.groupId, body),
	);
	serve(app, signCharter, ({ signIn, params }) =>
		charters.sign(signIn.accountId, params.groupId, params.versionId),
	);
	serve(app, listChartersToSign, async ({ signIn }) => ({
		charters: await charters.toSign(signIn.accountId),
	}));
}
