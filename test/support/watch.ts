/** Everything that leaves a browser, and everything that lies on its device. */
import type { BrowserContext, Page } from 'playwright-core';

export interface Watch {
	/** Which of these words left, and how. */
	leaks(words: readonly string[]): string[];
	/** How much was looked at: a watch that sees nothing proves nothing. */
	readonly seen: { requests: number; frames: number };
}

/** From now on, for all pages of the context: requests of any kind (beacons too) and websocket frames. */
export function watchEverything(context: BrowserContext): Watch {
	const sent: { readonly how: string; readonly bytes: Buffer }[] = [];
	const seen = { requests: 0, frames: 0 };
	context.on('request', (request) => {
		seen.requests++;
		const headers = JSON.stringify(request.headers());
		const body = request.postDataBuffer() ?? Buffer.alloc(0);
		sent.push({ how: `${request.method()} ${request.url()}`, bytes: Buffer.from(request.url() + headers) });
		sent.push({ how: `body of ${request.method()} ${request.url()}`, bytes: body });
	});
	const listen = (page: Page) =>
		page.on('websocket', (socket) =>
			socket.on('framesent', ({ payload }) => {
				seen.frames++;
				sent.push({ how: 'websocket', bytes: Buffer.from(payload) });
			}),
		);
	context.pages().forEach(listen);
	context.on('page', listen);
	return {
		seen,
		leaks: (words) =>
			words.flatMap((word) =>
				sent.filter(({ bytes }) => holds(bytes, word)).map(({ how }) => `${word}: ${how}`),
			),
	};
}

/** Which of these words lie in clear where the browser keeps things. */
export async function lyingInClear(page: Page, words: readonly string[]): Promise<string[]> {
	const stored = (await page.evaluate(READ_ALL)) as Record<string, string>;
	const found = Object.entries(stored).flatMap(([where, base64]) =>
		words.filter((word) => holds(Buffer.from(base64, 'base64'), word)).map((word) => `${word}: ${where}`),
	);
	const cookies = JSON.stringify(await page.context().cookies());
	return [
		...found,
		...words.filter((word) => holds(Buffer.from(cookies), word)).map((word) => `${word}: cookie`),
	];
}

/** In the ways that text is written down: UTF-8, UTF-16, escaped in an address; whatever the case. */
function holds(bytes: Buffer, word: string): boolean {
	const texts = [bytes.toString('utf8'), bytes.toString('utf16le'), bytes.subarray(1).toString('utf16le')];
	const wanted = [word, encodeURIComponent(word), encodeURIComponent(word).replace(/%20/g, '+')];
	return texts.some((text) => wanted.some((one) => text.toLowerCase().includes(one.toLowerCase())));
}

/** Values by where they are, in base64. Objects that are stored are read down to their bytes. */
const READ_ALL = `(async () => {
	const found = {};
	const text = new TextEncoder();
	const put = (where, bytes) => {
		found[where] = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
	};
	const read = (where, value) => {
		if (value instanceof ArrayBuffer) put(where, new Uint8Array(value));
		else if (ArrayBuffer.isView(value)) put(where, new Uint8Array(value.buffer));
		else if (value instanceof CryptoKey) put(where, text.encode('key, extractable: ' + value.extractable));
		else if (value !== null && typeof value === 'object')
			for (const [name, inner] of Object.entries(value)) read(where + '.' + name, inner);
		else put(where, text.encode(String(value)));
	};
	for (const [name, storage] of [['local', localStorage], ['session', sessionStorage]])
		for (const key of Object.keys(storage)) read(name + ' ' + key, key + storage.getItem(key));
	read('history', JSON.stringify(history.state) + document.title + location.href);
	for (const name of await caches.keys()) {
		const cache = await caches.open(name);
		for (const request of await cache.keys()) put('cache ' + request.url, new Uint8Array(await (await cache.match(request)).arrayBuffer()));
	}
	const done = (request) => new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
	for (const { name } of await indexedDB.databases()) {
		const db = await done(indexedDB.open(name));
		for (const store of db.objectStoreNames) {
			const objects = db.transaction(store).objectStore(store);
			const [keys, values] = await Promise.all([done(objects.getAllKeys()), done(objects.getAll())]);
			keys.forEach((key, index) => read(name + '/' + store + '/' + String(key), values[index]));
			read(name + '/' + store + ' keys', keys.join(' '));
		}
		db.close();
	}
	return found;
})()`;
