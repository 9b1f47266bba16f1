/** The connection of one copy of a case to the server, with our own messages. It does not connect by itself. */
import {
	COLLAB_SUBPROTOCOL,
	closeCodes,
	messageTypes,
	type RefusedBecause,
	readEpoch,
	readRefused,
	readSaved,
} from '@entrepairs/contract/collab';
import { WebsocketProvider } from 'y-websocket';
import type * as Y from 'yjs';
import { caseSocket, SavedCount } from './case-socket.ts';

/** Why the case cannot be written any more without doing something about it. */
export type Ended = 'noAccess' | 'signedOut' | 'notFound' | 'tooLarge' | 'malformed';

export interface PresentPeer {
	readonly id: string;
	readonly name: string;
	readonly colour: number;
}

export interface CaseProviderEvents {
	/** More is on disk. */
	onSaved(): void;
	/** First on each connection; `again` when it is said once more on the same one. */
	onEpoch(epoch: number, again: boolean): void;
	onRefused(because: RefusedBecause): void;
	onConnected(isConnected: boolean): void;
	/** A browser is not told why it was not let in. */
	onNotLetIn(): void;
	onSynced(isSynced: boolean): void;
	/** For good. */
	onClosed(code: number): void;
	onPeers(): void;
}

export interface CaseProvider {
	readonly websocket: WebsocketProvider;
	readonly count: SavedCount;
	/** Said at each connection from now on: nothing of an older epoch is ever merged. */
	isOfEpoch(epoch: number): void;
}

export function openProvider(caseId: string, document: Y.Doc, events: CaseProviderEvents): CaseProvider {
	const count = new SavedCount();
	const websocket = new WebsocketProvider(
		`${location.origin.replace(/^http/, 'ws')}/collab`,
		caseId,
		document,
		{
			connect: false,
			// Tabs of one browser meet at the server, where what they write is counted and saved.
			disableBc: true,
			protocols: [COLLAB_SUBPROTOCOL],
			WebSocketPolyfill: caseSocket(count, document.clientID),
		},
	);
	// The very first state, at clock 0, is taken by nobody: who only reads would stay unseen at first.
	websocket.awareness.setLocalStateField('cursor', null);
	/** Whether this websocket ever opened, and what it was told. */
	let isOpen = false;
	let wasToldEpoch = false;
	websocket.messageHandlers[messageTypes.saved] = (_encoder, decoder) => {
		count.saved = readSaved(decoder);
		events.onSaved();
	};
	websocket.messageHandlers[messageTypes.epoch] = (_encoder, decoder) => {
		const again = wasToldEpoch;
		wasToldEpoch = true;
		events.onEpoch(readEpoch(decoder), again);
	};
	websocket.messageHandlers[messageTypes.refused] = (_encoder, decoder) =>
		events.onRefused(readRefused(decoder));
	websocket.on('status', ({ status }) => {
		if (status === 'connecting') {
			isOpen = false;
			wasToldEpoch = false;
			return;
		}
		if (status === 'connected') isOpen = true;
		else forgetOthers(websocket.awareness);
		events.onConnected(status === 'connected');
	});
	websocket.on('connection-close', () => {
		if (!isOpen) events.onNotLetIn();
	});
	websocket.on('sync', (synced) => events.onSynced(synced));
	websocket.on('closed', ({ code }) => events.onClosed(code));
	websocket.awareness.on('change', () => events.onPeers());
	return {
		websocket,
		count,
		isOfEpoch(epoch) {
			websocket.params = { epoch: String(epoch) };
		},
	};
}

/**
 * y-protocols remembers how far each state had got and takes the same state no second time: without
 * this, those who stayed would be invisible after a reconnection until they move.
 */
function forgetOthers(awareness: WebsocketProvider['awareness']): void {
	for (const clientId of [...awareness.meta.keys()])
		if (clientId !== awareness.clientID) awareness.meta.delete(clientId);
}

/** Who else is there, each once however many pages they have open. */
export function othersIn(awareness: WebsocketProvider['awareness'], accountId: string): PresentPeer[] {
	const byId = new Map<string, PresentPeer>();
	for (const [clientId, state] of awareness.getStates()) {
		const person = state['user'] as PresentPeer | undefined;
		if (clientId === awareness.clientID || person === undefined || person.id === accountId) continue;
		byId.set(person.id, { id: person.id, name: person.name, colour: person.colour });
	}
	return [...byId.values()].sort((a, b) => a.name.localeCompare(b.name));
}

/** What the code of a final close means to the person. */
export function endedBy(code: number): Ended {
	switch (code) {
		case closeCodes.noAccess:
			return 'noAccess';
		case closeCodes.signedOut:
			return 'signedOut';
		case closeCodes.notFound:
			return 'notFound';
		case closeCodes.tooLarge:
			return 'tooLarge';
		default:
			return 'malformed';
	}
}
