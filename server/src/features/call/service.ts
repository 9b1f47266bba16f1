import type { CallSetup } from '@entrepairs/contract/call';
import type { Clock } from '../../platform/clock.ts';
import type { Config } from '../../platform/config.ts';
import type { Db } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { charterUnsigned, conflict, notFound, type Refusal } from '../../platform/refusal.ts';
import { can } from '../../policy/policy.ts';
import { standingOf } from '../../policy/standing.ts';
import type { SessionsService } from '../sessions/service.ts';
import { liveKitToken, turnCredentials } from './credentials.ts';

export interface CallService {
	/** How this person joins the call of the session now. Nothing is kept of having asked. */
	setup(accountId: string, sessionId: string): Promise<CallSetup | Refusal>;
}

export interface CallDeps {
	readonly db: Db;
	readonly clock: Clock;
	readonly config: Pick<Config, 'turn' | 'liveKit'>;
	readonly sessions: Pick<SessionsService, 'find'>;
}

export function createCallService({ db, clock, config, sessions }: CallDeps): CallService {
	const { turn, liveKit } = config;
	// A `stun:` server asks for no credentials, and is given none.
	const stunUrls = turn.urls.filter((url) => url.startsWith('stun'));
	const turnUrls = turn.urls.filter((url) => !url.startsWith('stun'));

	function iceServers(now: Date): CallSetup['iceServers'] {
		const servers: CallSetup['iceServers'] = [];
		if (stunUrls.length > 0) servers.push({ urls: stunUrls });
		if (turnUrls.length > 0 && turn.secret !== null) {
			servers.push({ urls: turnUrls, ...turnCredentials(turn.secret, now, newId()) });
		}
		return servers;
	}

	return {
		async setup(accountId, sessionId) {
			const now = clock.now();
			const [who, session] = await Promise.all([standingOf(db, accountId, now), sessions.find(sessionId)]);
			if (session === null || !can(who, 'session.read', session.group.id)) return notFound;
			if (!can(who, 'room.enter', session.group.id)) return charterUnsigned;
			if (session.state === 'cancelled') return conflict('session-not-held');
			return {
				iceServers: iceServers(now),
				relayOnly: turn.only,
				mediaServer: liveKit && {
					url: liveKit.url,
					token: liveKitToken(liveKit, { sessionId, accountId, random: newId() }, now),
				},
			};
		},
	};
}
