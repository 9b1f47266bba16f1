/** The settings of voice and video: relays, and a media server for larger groups. */
import { ConfigError, type Environment, setting } from './config-values.ts';

export interface CallConfig {
	/** `only`: everything goes by a relay, so that nobody learns an address of somebody else. */
	readonly turn: { readonly urls: readonly string[]; readonly secret: string | null; readonly only: boolean };
	/** Null: from browser to browser. */
	readonly liveKit: { readonly url: string; readonly key: string; readonly secret: string } | null;
}

export function readCallConfig(env: Environment): CallConfig {
	return { turn: readTurn(env), liveKit: readLiveKit(env) };
}

function readTurn(env: Environment): CallConfig['turn'] {
	const urls = (setting(env, 'TURN_URLS') ?? '')
		.split(',')
		.map((url) => url.trim())
		.filter((url) => url !== '');
	// RFC 7064 and 7065; browsers throw at anything else.
	const known = /^(stuns?:[^\s?/@]+|turns?:[^\s?/@]+(\?transport=(udp|tcp))?)$/;
	if (!urls.every((url) => known.test(url))) {
		throw new ConfigError(
			'TURN_URLS',
			'must be addresses such as turn:turn.example:3478 or stun:turn.example, with commas',
		);
	}
	const secret = setting(env, 'TURN_SECRET');
	const hasRelay = urls.some((url) => url.startsWith('turn'));
	if (hasRelay && secret === null) {
		throw new ConfigError(
			'TURN_SECRET',
			'must be the secret that the TURN server shares (static-auth-secret)',
		);
	}
	const only = setting(env, 'TURN_ONLY');
	if (only !== null && !['yes', 'no'].includes(only)) throw new ConfigError('TURN_ONLY', 'must be yes or no');
	if (only === 'yes' && !hasRelay) {
		throw new ConfigError('TURN_ONLY', 'needs a turn: address in TURN_URLS');
	}
	return { urls, secret, only: only === 'yes' };
}

function readLiveKit(env: Environment): CallConfig['liveKit'] {
	const [url, key, secret] = [
		setting(env, 'LIVEKIT_URL'),
		setting(env, 'LIVEKIT_KEY'),
		setting(env, 'LIVEKIT_SECRET'),
	];
	if (url === null && key === null && secret === null) return null;
	const parsed = URL.parse(url ?? '');
	if (url === null || parsed === null || !['ws:', 'wss:'].includes(parsed.protocol) || /[\s;,'"]/.test(url)) {
		throw new ConfigError('LIVEKIT_URL', 'must be an address that begins with wss:// or ws://');
	}
	if (key === null) throw new ConfigError('LIVEKIT_KEY', 'must be given with LIVEKIT_URL');
	if (secret === null) throw new ConfigError('LIVEKIT_SECRET', 'must be given with LIVEKIT_URL');
	return { url, key, secret };
}
