/**
 * Everything a page sends, read as what it means: names are typed letter by letter and cut into many
 * messages, so that looking for them in the bytes would prove nothing.
 */
import { messageTypes, syncSteps } from '@entrepairs/contract/collab';
import { createDecoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding';
import type { Page } from 'playwright-core';
import * as Y from 'yjs';

export interface Sent {
	/** Every letter that was in any change, in the order in which its writer wrote. */
	letters(): string;
	/** What the others were told of where this person is; and bodies and addresses of requests. */
	besides(): string;
	/** How many changes there were. */
	changes(): number;
}

/** From now on, and for all websockets that the page opens from now on. */
export function watchSent(page: Page): Sent {
	/** By writer and clock: a letter is the same wherever it is sent again. */
	const letters = new Map<string, string>();
	const besides: string[] = [];
	let changes = 0;
	page.on('websocket', (websocket) => {
		websocket.on('framesent', ({ payload }) => {
			if (typeof payload === 'string') throw new Error('a frame that is no message of ours');
			const decoder = createDecoder(new Uint8Array(payload));
			const type = readVarUint(decoder);
			if (type === messageTypes.awareness) besides.push(...statesOf(readVarUint8Array(decoder)));
			else if (type !== messageTypes.sync || readVarUint(decoder) === syncSteps.step1) return;
			else {
				changes++;
				take(readVarUint8Array(decoder));
			}
		});
	});
	page.on('request', (request) => besides.push(request.url(), request.postData() ?? ''));

	function take(update: Uint8Array): void {
		for (const struct of Y.decodeUpdate(update).structs) {
			if (!(struct instanceof Y.Item)) continue;
			const { client, clock } = struct.id;
			if (struct.content instanceof Y.ContentString) {
				for (const [offset, letter] of struct.content.str.split('').entries())
					letters.set(`${pad(client)} ${pad(clock + offset)}`, letter);
			} else if (struct.content instanceof Y.ContentFormat)
				besides.push(JSON.stringify([struct.content.key, struct.content.value]));
		}
	}

	return {
		letters: () => [...letters].sort(([a], [b]) => (a < b ? -1 : 1)).reduce((all, [, one]) => all + one, ''),
		besides: () => besides.join('\n'),
		changes: () => changes,
	};
}

function statesOf(update: Uint8Array): string[] {
	const decoder = createDecoder(update);
	const states: string[] = [];
	for (let left = readVarUint(decoder); left > 0; left--) {
		readVarUint(decoder);
		readVarUint(decoder);
		states.push(readVarString(decoder));
	}
	return states;
}

const pad = (count: number) => String(count).padStart(12, '0');
