/**
 * What lets a browser use a relay or a media server for a while. Both are signed with a secret that those
 * servers share with this one, so that nothing is stored and any process can make them.
 */
import { createHmac } from 'node:crypto';

/** Longer than any session, so that a relay does not end in the middle of one. */
const HOURS = 6;

interface TurnCredentials {
	readonly username: string;
	readonly credential: string;
}

/**
 * For a TURN server that shares a secret (coturn: `use-auth-secret`): the name is when it ends and something
 * random, the password its HMAC-SHA1. The name says nothing of who uses it.
 */
export function turnCredentials(secret: string, now: Date, random: string): TurnCredentials {
	const username = `${secondsOf(now) + HOURS * 3600}:${random}`;
	return { username, credential: createHmac('sha1', secret).update(username).digest('base64') };
}

export interface LiveKit {
	readonly url: string;
	readonly key: string;
	readonly secret: string;
}

/**
 * An access token of LiveKit: a JWT signed with HS256. The room's name is derived, so that every process
 * gives the same one and it says nothing of the session. Names of people stay here: who is who, the room
 * knows. Nobody may record, publish data, or see another room with it.
 */
export function liveKitToken(
	{ key, secret }: LiveKit,
	whose: { readonly sessionId: string; readonly accountId: string; readonly random: string },
	now: Date,
): string {
	const seconds = secondsOf(now);
	return signed(secret, {
		iss: key,
		sub: `${whose.accountId}.${whose.random}`,
		// A clock that is a little behind must not refuse it.
		nbf: seconds - 60,
		exp: seconds + HOURS * 3600,
		video: {
			roomJoin: true,
			room: roomName(secret, whose.sessionId),
			canPublish: true,
			canSubscribe: true,
			canPublishData: false,
			canPublishSources: ['microphone', 'camera'],
		},
	});
}

function roomName(secret: string, sessionId: string): string {
	return createHmac('sha256', secret).update(`room ${sessionId}`).digest('hex').slice(0, 32);
}

function signed(secret: string, claims: object): string {
	const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
	const body = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
	return `${body}.${createHmac('sha256', secret).update(body).digest('base64url')}`;
}

function secondsOf(instant: Date): number {
	return Math.floor(instant.getTime() / 1000);
}
