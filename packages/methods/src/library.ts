/** The methods that come with the house, by name. */
import { balint } from './library/balint.ts';
import { codevelopment } from './library/codevelopment.ts';
import { criticalIncident } from './library/critical-incident.ts';
import { free } from './library/free.ts';
import { gapp } from './library/gapp.ts';
import { gease } from './library/gease.ts';
import { intervision } from './library/intervision.ts';
import { reflectingTeam } from './library/reflecting-team.ts';
import { structuredPeerSupervision } from './library/structured-peer-supervision.ts';
import { troika } from './library/troika.ts';
import { wiseCrowds } from './library/wise-crowds.ts';
import type { Method } from './method.ts';
import type { MethodId } from './methods.ts';

export const library: Readonly<Record<MethodId, Method>> = {
	codevelopment,
	balint,
	gapp,
	gease,
	intervision,
	'structured-peer-supervision': structuredPeerSupervision,
	'reflecting-team': reflectingTeam,
	troika,
	'wise-crowds': wiseCrowds,
	'critical-incident': criticalIncident,
	free,
};
