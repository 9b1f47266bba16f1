/** Microphones, cameras and loudspeakers: opening them, and what is said when that does not work. */

export type DeviceProblem = 'refused' | 'none' | 'busy' | 'insecure' | 'failed' | 'unplugged';
type Kind = 'microphone' | 'camera';

/** What somebody chose; null: what the system takes. Kept on the device. */
export interface Choice {
	readonly microphone: string | null;
	readonly camera: string | null;
	readonly speaker: string | null;
	/** Whether M mutes: a key alone must be one that can be turned off (WCAG 2.1.4). */
	readonly hasKey: boolean;
}

const KEY = 'entrepairs-devices';
const nothingChosen: Choice = { microphone: null, camera: null, speaker: null, hasKey: true };

export function readChoice(): Choice {
	try {
		return { ...nothingChosen, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Choice>) };
	} catch {
		return nothingChosen;
	}
}

export function keepChoice(choice: Choice): void {
	try {
		localStorage.setItem(KEY, JSON.stringify(choice));
	} catch {
		// It holds for this page, then.
	}
}

/** Asks for one. A device that was chosen and is not there any more gives way to another. */
export async function openDevice(kind: Kind, choice: Choice): Promise<MediaStreamTrack | DeviceProblem> {
	// Browsers leave this out altogether where the address is not secure.
	if (!navigator.mediaDevices?.getUserMedia) return 'insecure';
	try {
		const id = choice[kind];
		const deviceId = id === null ? {} : { deviceId: { ideal: id } };
		const stream = await navigator.mediaDevices.getUserMedia(
			kind === 'microphone'
				? { audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true, ...deviceId } }
				: {
						video: {
							width: { ideal: 640 },
							height: { ideal: 360 },
							frameRate: { ideal: 24, max: 30 },
							...deviceId,
						},
					},
		);
		return stream.getTracks()[0] ?? 'none';
	} catch (error) {
		return problemOf(error);
	}
}

function problemOf(error: unknown): DeviceProblem {
	switch (error instanceof DOMException ? error.name : '') {
		case 'NotAllowedError':
		case 'SecurityError':
			return 'refused';
		case 'NotFoundError':
		case 'OverconstrainedError':
			return 'none';
		case 'NotReadableError':
		case 'AbortError':
			return 'busy';
		default:
			return 'failed';
	}
}

interface Device {
	readonly id: string;
	/** Empty until the person allowed one of its kind. */
	readonly label: string;
}

export interface Devices {
	readonly microphones: readonly Device[];
	readonly cameras: readonly Device[];
	readonly speakers: readonly Device[];
}

export const noDevices: Devices = { microphones: [], cameras: [], speakers: [] };

export async function listDevices(): Promise<Devices> {
	const all = (await navigator.mediaDevices?.enumerateDevices().catch(() => [])) ?? [];
	const of = (kind: MediaDeviceKind) =>
		all
			.filter((device) => device.kind === kind && device.deviceId !== '')
			.map(({ deviceId, label }) => ({ id: deviceId, label }));
	const canChooseSpeaker = 'setSinkId' in HTMLMediaElement.prototype;
	return {
		microphones: of('audioinput'),
		cameras: of('videoinput'),
		speakers: canChooseSpeaker ? of('audiooutput') : [],
	};
}

/** Calls whenever something is plugged in or out; returns how to stop. */
export function watchDevices(onChange: () => void): () => void {
	const devices = navigator.mediaDevices;
	devices?.addEventListener('devicechange', onChange);
	return () => devices?.removeEventListener('devicechange', onChange);
}
