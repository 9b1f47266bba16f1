/**
 * A bad line to the server, as a proxy of TCP on this machine. It is a model of what loss does to a stream,
 * not loss itself: every piece comes late; where a segment of it would have been lost, it and everything
 * behind it waits until that has been sent again, which may be lost as well, each time twice as long. No byte
 * is lost, changed or overtaken. Opening a connection to the proxy costs nothing, and bandwidth is not limited.
 * It breaks when a test says so.
 */
import { connect, createServer, type Server, type Socket } from 'node:net';

interface LineQuality {
	/** Each way. */
	readonly delayMs: number;
	/** Of the segments. */
	readonly loss: number;
	/** Until a lost segment is sent again. */
	readonly retransmitMs: number;
	readonly seed: number;
}

/** 200 ms there and as much back, one segment in twenty lost. */
const badLine: LineQuality = { delayMs: 200, loss: 0.05, retransmitMs: 400, seed: 1 };

const SEGMENT_BYTES = 1_460;

export class BadLine {
	readonly url: string;
	/** Pieces that waited for a lost one. */
	stalls = 0;
	/** How often it turned from upwards to downwards: journeys to the server and back that somebody waited for. */
	journeys = 0;
	readonly #quality: LineQuality;
	readonly #server: Server;
	readonly #pairs = new Set<readonly [client: Socket, upstream: Socket]>();
	readonly #random: () => number;
	#isUp = false;
	#breaksAt: 'sent' | 'taken' | null = null;

	private constructor(url: string, server: Server, quality: LineQuality) {
		this.url = url;
		this.#server = server;
		this.#quality = quality;
		this.#random = randomOf(quality.seed);
	}

	static async to(url: string, quality = badLine): Promise<BadLine> {
		const server = createServer({ allowHalfOpen: false });
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as { port: number };
		const line = new BadLine(`http://127.0.0.1:${port}`, server, quality);
		const target = new URL(url);
		server.on('connection', (client) => {
			line.#join(client, connect({ host: '127.0.0.1', port: Number(target.port) }));
		});
		return line;
	}

	/** Breaks all connections: both ends hear of it, as after a reset. */
	break(): void {
		for (const pair of this.#pairs) for (const socket of pair) socket.destroy();
		this.#pairs.clear();
	}

	/** Breaks with what is sent next: before it is at the server (`sent`), or once it is (`taken`). */
	breakAt(moment: 'sent' | 'taken'): void {
		this.#breaksAt = moment;
	}

	async close(): Promise<void> {
		this.break();
		await new Promise((resolve) => this.#server.close(resolve));
	}

	#join(client: Socket, upstream: Socket): void {
		const pair = [client, upstream] as const;
		this.#pairs.add(pair);
		for (const socket of pair) {
			socket.setNoDelay(true);
			socket.on('error', () => {});
		}
		const leave = () => {
			this.#pairs.delete(pair);
			for (const socket of pair) socket.destroy();
		};
		this.#carry(client, (data) => this.#upwards(upstream, data), leave);
		this.#carry(
			upstream,
			(data) => {
				if (this.#isUp) this.journeys++;
				this.#isUp = false;
				client.write(data);
			},
			leave,
		);
	}

	#upwards(upstream: Socket, data: Buffer): void {
		this.#isUp = true;
		const moment = this.#breaksAt;
		this.#breaksAt = null;
		if (moment === 'sent') this.break();
		else if (moment === 'taken') upstream.write(data, () => this.break());
		else upstream.write(data);
	}

	/** In order, each piece when it would have arrived. */
	#carry(from: Socket, deliver: (data: Buffer) => void, end: () => void): void {
		let free = 0;
		// Timers of the same moment may run in another order.
		const onTheWay: (() => void)[] = [];
		const arrival = (bytes: number): number => {
			const { delayMs, loss, retransmitMs } = this.#quality;
			let waits = 0;
			for (let left = bytes; left > 0; left -= SEGMENT_BYTES) {
				let again = 0;
				for (let pause = retransmitMs; this.#random() < loss; pause *= 2) again += pause;
				waits = Math.max(waits, again);
			}
			if (waits > 0) this.stalls++;
			free = Math.max(free, performance.now() + delayMs + waits);
			return free - performance.now();
		};
		const next = () => onTheWay.shift()?.();
		const send = (bytes: number, arrive: () => void) => {
			onTheWay.push(arrive);
			setTimeout(next, arrival(bytes));
		};
		from.on('data', (data: Buffer) => send(data.length, () => deliver(data)));
		from.on('close', () => send(1, end));
	}
}

/** The same numbers for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}
