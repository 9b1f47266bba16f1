/** The physical limit: copies every frame to the others in the room, and does nothing else. */
import { WebSocketServer } from 'ws';
import { answerParent } from './measured.ts';

const rooms = new Map<string, Set<import('ws').WebSocket>>();
const server = new WebSocketServer({ port: Number(process.env['PORT']), host: '127.0.0.1' });
server.on('connection', (socket, request) => {
	const name = request.url ?? '';
	const room = rooms.get(name) ?? new Set();
	rooms.set(name, room.add(socket));
	socket.on('message', (data: Buffer) => {
		for (const other of room) if (other !== socket) other.send(data);
	});
	socket.on('close', () => room.delete(socket));
});
server.on('listening', answerParent);
