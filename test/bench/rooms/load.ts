/** Rooms full of people, all from this process, and how long a change takes to reach the last of them. */
import { WebSocket } from 'ws';

export const PEOPLE = 8;
export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A window of a room. What it hears is looked at by whoever waits for something. */
export interface Line {
	send(text: string): void;
	hears: (text: string) => void;
	close(): void;
}

export async function openLine(
	url: string,
	options: { readonly headers?: Record<string, string>; readonly protocols?: string[] } = {},
	hears: (text: string) => void = () => {},
): Promise<Line> {
	const socket = new WebSocket(url, options.protocols ?? [], {
		headers: options.headers ?? {},
		perMessageDeflate: false,
	});
	const line: Line = { send: (text) => socket.send(text), hears, close: () => socket.close() };
	socket.on('message', (data: Buffer) => line.hears(data.toString('latin1')));
	await new Promise((resolve, reject) => {
		socket.on('open', resolve);
		socket.on('error', reject);
	});
	return line;
}

/** A room whose people are there: `change` asks for a change that everybody is to hear of. */
export interface Room {
	readonly lines: readonly Line[];
	change(): void;
	/** Whether a frame tells of a change. */
	tells(text: string): boolean;
}

export interface Figures {
	/** Milliseconds from asking to the arrival at the last of the eight. */
	readonly p50: number;
	readonly p99: number;
	readonly heard: number;
	readonly expected: number;
}

/** Changes each room once in `everyMs`, spread evenly over it, for so many seconds. */
export async function measure(rooms: readonly Room[], seconds: number, everyMs: number): Promise<Figures> {
	const times: number[] = [];
	const waiting = rooms.map(() => ({ since: 0, left: 0 }));
	for (const [index, room] of rooms.entries()) {
		const one = waiting[index] as { since: number; left: number };
		for (const line of room.lines) {
			line.hears = (text) => {
				if (one.left === 0 || !room.tells(text)) return;
				if (--one.left === 0) times.push(performance.now() - one.since);
			};
		}
	}
	const rounds = Math.ceil((seconds * 1_000) / everyMs);
	const start = performance.now();
	for (let round = 0; round < rounds; round++) {
		for (const [index, room] of rooms.entries()) {
			const wait = start + round * everyMs + (index * everyMs) / rooms.length - performance.now();
			if (wait > 1) await pause(wait);
			Object.assign(waiting[index] as object, { since: performance.now(), left: room.lines.length });
			room.change();
		}
	}
	await pause(3_000);
	times.sort((a, b) => a - b);
	const at = (share: number) => times[Math.floor(times.length * share)] ?? Number.NaN;
	return { p50: at(0.5), p99: at(0.99), heard: times.length, expected: rounds * rooms.length };
}
