/**
 * What two windows of a call say to one another through the room, as JSON texts that the server passes on.
 *
 *     polite (the greater visit id)            impolite
 *       │── hello (id) ─────────────────────────▶│   "offer me a connection by this name", again until it comes
 *       │◀────────────────── description (offer) ─│
 *       │── description (answer) ───────────────▶│
 *       │◀──────────────── candidates, both ways ─▶│
 *
 * `id` names one attempt: what belongs to an earlier one is dropped. Later each may offer anew (a way was
 * lost): if both do at once, the polite one gives way. `video` says that pictures are held back or sent
 * again, `bye` that the sender leaves the call.
 */
export type Signal =
	| { readonly type: 'hello'; readonly id: string }
	| {
			readonly type: 'description';
			readonly id: string;
			readonly description: { readonly type: 'offer' | 'answer'; readonly sdp: string };
	  }
	| { readonly type: 'candidates'; readonly id: string; readonly candidates: readonly RTCIceCandidateInit[] }
	| { readonly type: 'video'; readonly id: string; readonly heldBack: boolean }
	| { readonly type: 'bye' };

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null;

/** Null for what is none: another window may send anything. */
export function readSignal(data: string): Signal | null {
	let value: unknown;
	try {
		value = JSON.parse(data);
	} catch {
		return null;
	}
	if (!isObject(value)) return null;
	if (value['type'] === 'bye') return { type: 'bye' };
	const id = value['id'];
	if (typeof id !== 'string' || id.length > 64) return null;
	switch (value['type']) {
		case 'hello':
			return { type: 'hello', id };
		case 'video':
			return { type: 'video', id, heldBack: value['heldBack'] === true };
		case 'description': {
			const description = value['description'];
			if (!isObject(description) || typeof description['sdp'] !== 'string') return null;
			const { type, sdp } = description;
			return type === 'offer' || type === 'answer'
				? { type: 'description', id, description: { type, sdp } }
				: null;
		}
		case 'candidates': {
			const candidates = value['candidates'];
			if (!Array.isArray(candidates) || !candidates.every(isObject)) return null;
			return { type: 'candidates', id, candidates: candidates as RTCIceCandidateInit[] };
		}
		default:
			return null;
	}
}

/**
 * Asks whoever reads this description to send voice that suits a bad line: silence is not sent (DTX), what
 * was lost is mended from what follows (FEC), at a rate at which one understands.
 */
export function withOpus(sdp: string): string {
	const payload = /^a=rtpmap:(\d+) opus\/48000/im.exec(sdp)?.[1];
	if (payload === undefined) return sdp;
	const asked = 'usedtx=1;useinbandfec=1;maxaveragebitrate=32000';
	const line = new RegExp(`^a=fmtp:${payload} (.*)$`, 'm');
	if (!line.test(sdp))
		return sdp.replace(new RegExp(`^(a=rtpmap:${payload} .*)$`, 'm'), `$1\r\na=fmtp:${payload} ${asked}`);
	return sdp.replace(line, (_, given: string) => {
		const kept = given
			.trim()
			.split(';')
			.filter((one) => !/^(usedtx|useinbandfec|maxaveragebitrate)=/.test(one.trim()));
		return `a=fmtp:${payload} ${[...kept, asked].join(';')}`;
	});
}
