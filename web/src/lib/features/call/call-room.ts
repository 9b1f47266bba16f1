import type { RoomConnection } from '../room/room-connection.svelte.ts';
import type { CallRoom } from './call.svelte.ts';

/** The connection of a room, as its call uses it. */
export function callRoom(connection: RoomConnection): CallRoom {
	return {
		get visitId() {
			return connection.state === 'open' ? connection.visitId : null;
		},
		get visits() {
			return connection.visits;
		},
		signal: (to, data) => void connection.send({ type: 'signal', to, data }),
		media: (media) => void connection.send({ type: 'media', media }),
		onSignal(listener) {
			connection.onSignal.add(listener);
			return () => void connection.onSignal.delete(listener);
		},
		onFull(listener) {
			connection.onCallFull.add(listener);
			return () => void connection.onCallFull.delete(listener);
		},
	};
}
