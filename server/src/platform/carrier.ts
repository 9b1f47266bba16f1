/**
 * Carries messages between the processes of one site, through Redis. It promises nothing: a message
 * may be lost, and whoever listens must be able to do without it. The truth is in the database.
 */
import { Redis } from 'ioredis';
import type { Log } from './log.ts';

export interface Carrier {
	publish(channel: string, message: Uint8Array): void;
	/** Resolves once messages arrive; returns the function that stops listening. */
	subscribe(channel: string, listener: (message: Uint8Array) => void): Promise<() => void>;
	close(): Promise<void>;
}

const PREFIX = 'entrepairs:';

/** Connects in the background and again whenever the connection is lost. */
export function createCarrier(redisUrl: string, log: Log): Carrier {
	const options = {
		maxRetriesPerRequest: null,
		retryStrategy: (tries: number) => Math.min(tries * 50, 1_000),
	};
	const sender = new Redis(redisUrl, { ...options, enableOfflineQueue: false });
	const receiver = new Redis(redisUrl, options);
	let isAway = false;
	for (const client of [sender, receiver]) {
		client.on('error', (error: Error & { code?: string }) => {
			if (!isAway) log.warn({ code: error.code }, 'Redis is away; each process goes on by itself');
			isAway = true;
		});
		client.on('ready', () => {
			isAway = false;
		});
	}
	const listeners = new Map<string, Set<(message: Uint8Array) => void>>();
	receiver.on('messageBuffer', (channel: Buffer, message: Buffer) => {
		for (const listener of listeners.get(channel.toString()) ?? []) listener(new Uint8Array(message));
	});

	return {
		publish(channel, message) {
			// Without a connection the message is lost, which is allowed.
			sender.publish(PREFIX + channel, Buffer.from(message)).catch(() => {});
		},
		async subscribe(channel, listener) {
			const name = PREFIX + channel;
			const known = listeners.get(name);
			if (known !== undefined) known.add(listener);
			else {
				listeners.set(name, new Set([listener]));
				const subscribed = receiver.subscribe(name);
				// While Redis is away it waits for it; the process must not.
				if (receiver.status === 'ready') await subscribed;
				else subscribed.catch(() => {});
			}
			return () => {
				const all = listeners.get(name);
				all?.delete(listener);
				if (all?.size !== 0) return;
				listeners.delete(name);
				receiver.unsubscribe(name).catch(() => {});
			};
		},
		async close() {
			sender.disconnect();
			receiver.disconnect();
		},
	};
}
