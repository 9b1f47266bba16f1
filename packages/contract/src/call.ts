/** Voice and video of a room: what a browser needs to know before it joins. Who is in it is the room's. */
import { type Static, Type } from 'typebox';
import { endpoint } from './endpoint.ts';
import { nullable, SessionId } from './values.ts';

/** Above this many, each sending to each, home lines and old machines give up. */
export const CALL_PLACES = 8;

const IceServer = Type.Object({
	urls: Type.Array(Type.String()),
	username: Type.Optional(Type.String()),
	credential: Type.Optional(Type.String()),
});

export const CallSetup = Type.Object({
	/** How browsers find a way to one another; credentials are good for a few hours. */
	iceServers: Type.Array(IceServer),
	/** Only by a relay: nobody in the call learns an address of anybody else. */
	relayOnly: Type.Boolean(),
	/** Of a media server, where there is one; null: from browser to browser, for `CALL_PLACES` people. */
	mediaServer: nullable(
		Type.Object({
			url: Type.String(),
			/** For this person, in the call of this session only. Its `sub` is `<account id>.<random>`. */
			token: Type.String(),
		}),
	),
});
export type CallSetup = Static<typeof CallSetup>;

export const readCall = endpoint({
	method: 'GET',
	path: '/api/sessions/:sessionId/call',
	tag: 'room',
	summary: 'How to join the call of the room of a session, for those who may enter it',
	status: 200,
	access: 'signed-in',
	params: Type.Object({ sessionId: SessionId }),
	response: CallSetup,
});
