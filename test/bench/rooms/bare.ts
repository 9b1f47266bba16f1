/**
 * The least that a room can be: counts in PostgreSQL, and once that is committed sends so many bytes to
 * everybody in the room. No sign-in, no rules, no rights, no seal.
 */
import pg from 'pg';
import { WebSocketServer } from 'ws';
import { answerParent } from '../collab/servers/measured.ts';

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });
const said = 'x'.repeat(Number(process.env['BYTES']));
const rooms = new Map<string, Set<import('ws').WebSocket>>();
const server = new WebSocketServer({
	port: Number(process.env['PORT']),
	host: '127.0.0.1',
	perMessageDeflate: false,
});
server.on('connection', (socket, request) => {
	const name = request.url ?? '';
	const room = rooms.get(name) ?? new Set();
	rooms.set(name, room.add(socket));
	socket.on('message', async () => {
		await pool.query('update bare_rooms set count = count + 1 where name = $1', [name]);
		for (const one of room) one.send(said);
	});
});
server.on('listening', answerParent);
