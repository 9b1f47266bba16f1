/**
 * The windows of one room that are held by several processes. What is told between them may be lost: each
 * process reads versions and visits again at every heartbeat. Reactions, signals and who is in the call are
 * told only here; they stand nowhere.
 */
import type { Reaction, Visit } from '@entrepairs/contract/room';
import type { Carrier } from '../../platform/carrier.ts';
import type { Log } from '../../platform/log.ts';

type Media = Visit['media'];

type Message =
	| { readonly kind: 'changed'; readonly version: number }
	/** Somebody came or went. `asks`: whoever has windows here says so in turn. */
	| { readonly kind: 'people'; readonly asks: boolean; readonly media: Readonly<Record<string, Media>> }
	| { readonly kind: 'reaction'; readonly accountId: string; readonly reaction: Reaction }
	| { readonly kind: 'signal'; readonly from: string; readonly to: string; readonly data: string };

export interface Outlet {
	tell(message: Message): void;
	close(): void;
}

export interface Between {
	join(roomId: string, receive: (message: Message) => void): Promise<Outlet>;
}

/** Without other processes there is nobody to tell. */
export const alone: Between = { join: async () => ({ tell() {}, close() {} }) };

export function createBetween(carrier: Carrier, log: Log): Between {
	const own = crypto.randomUUID();
	return {
		async join(roomId, receive) {
			const channel = `room:${roomId}`;
			const stop = await carrier.subscribe(channel, (bytes) => {
				try {
					const { from, message } = JSON.parse(Buffer.from(bytes).toString('utf8')) as {
						readonly from: string;
						readonly message: Message;
					};
					if (from !== own) receive(message);
				} catch (error) {
					log.warn({ err: error }, 'a message of a room could not be read');
				}
			});
			return {
				tell: (message) => carrier.publish(channel, Buffer.from(JSON.stringify({ from: own, message }))),
				close: stop,
			};
		},
	};
}
