/** What happened in one process is told in the others, so that rights end everywhere at once. */
import type { Carrier } from './carrier.ts';
import type { EventBus, Events } from './events.ts';

const CHANNEL = 'events';
const names = ['access-changed', 'stage-changed', 'signed-out'] as const satisfies (keyof Events)[];

export async function shareEvents(events: EventBus, carrier: Carrier): Promise<void> {
	const own = crypto.randomUUID();
	/** Events are told synchronously: what is emitted here meanwhile came from elsewhere. */
	let isRelaying = false;
	for (const name of names) {
		events.on(name, (event) => {
			if (isRelaying) return;
			carrier.publish(CHANNEL, Buffer.from(JSON.stringify({ from: own, name, event })));
		});
	}
	await carrier.subscribe(CHANNEL, (message) => {
		const { from, name, event } = JSON.parse(Buffer.from(message).toString('utf8'));
		if (from === own || !names.includes(name)) return;
		isRelaying = true;
		try {
			events.emit(name, event);
		} finally {
			isRelaying = false;
		}
	});
}
