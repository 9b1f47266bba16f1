/**
 * Every room that this process has windows of. A window comes in, is told how the room stands, and is there
 * until it closes; what it asks for is done by the service, and what came of it is told to everybody.
 *
 * What another process changed is told by it (`between.ts`), and read again at each heartbeat in case it was
 * not. A process that dies leaves visits behind that nobody keeps: the others end them.
 */
import { closeCodes } from '@entrepairs/contract/collab';
import { STAND_IN_AFTER_MS } from '@entrepairs/domain/room/stand-in';
import type { WebSocket } from 'ws';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database.ts';
import type { EventBus } from '../../platform/events.ts';
import type { Log } from '../../platform/log.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { ContributionsService } from '../contributions/service.ts';
import type { SessionsService } from '../sessions/service.ts';
import type { Between } from './between.ts';
import { Connection, type ConnectionOptions, type Desk } from './connection.ts';
import type { RoomLimits } from './limits.ts';
import { OpenRoom } from './open-room.ts';
import type { RoomMetrics } from './room-metrics.ts';
import type { RoomsService } from './service.ts';
import { type HeldRoom, versionsOf } from './store.ts';
import { endLostVisits, endVisits, insertVisit, keepVisits, visitsNow } from './store-visits.ts';
import { textFrame } from './view.ts';

export interface RoomHost {
	open(socket: WebSocket, options: ConnectionOptions): void;
	/** For those who watch the server, and for tests. */
	readonly openRooms: number;
	close(): Promise<void>;
}

export interface RoomHostDeps {
	readonly db: Db;
	readonly clock: Clock;
	readonly log: Log;
	readonly events: EventBus;
	readonly limits: RoomLimits;
	readonly metrics: RoomMetrics;
	readonly between: Between;
	readonly rooms: RoomsService;
	readonly sessions: Pick<SessionsService, 'find'>;
	/** What windows say in a stage that gathers; what is done with it is not the room's to know. */
	readonly contributions: Pick<ContributionsService, 'take'>;
	/** How many windows a call takes. */
	readonly callPlaces: number;
	stillSignedIn(signInHash: string): Promise<boolean>;
}

/** Each window's rights are looked at again at one heartbeat in so many. */
const BEATS_BETWEEN_LOOKS = 6;

export function createRoomHost(deps: RoomHostDeps): RoomHost {
	const { db, clock, log, events, limits, metrics, between, rooms } = deps;
	/** All windows, also those that are not in yet. */
	const connections = new Set<Connection>();
	const open = new Map<string, Promise<OpenRoom | null>>();
	const loaded = new Set<OpenRoom>();
	let stopping = false;
	let looks = 0;
	metrics.watch({ rooms: () => loaded.size, visits: () => connections.size });

	async function load(held: HeldRoom): Promise<OpenRoom | null> {
		const room = new OpenRoom(held, await deps.sessions.find(held.sessionId), () => clock.now());
		room.outlet = await between.join(held.id, (message) => {
			if (message.kind === 'reaction') room.react(message.accountId, message.reaction);
			else if (message.kind === 'signal') room.signal(message.from, message.to, message.data);
			else if (message.kind === 'changed') {
				if (message.version > room.held.version) later(readAgain(room));
			} else {
				room.setMedia(message.media);
				later(seePeople([room]));
				if (message.asks) room.outlet.tell({ kind: 'people', asks: false, media: room.ownMedia() });
			}
		});
		// Read again: it may have changed before anything of it could be heard here.
		const now = await rooms.read(held.id, held);
		if (now === null) {
			room.outlet.close();
			return null;
		}
		room.take(now);
		loaded.add(room);
		return room;
	}

	function get(held: HeldRoom): Promise<OpenRoom | null> {
		const known = open.get(held.id);
		if (known !== undefined) return known;
		const loading = load(held);
		open.set(held.id, loading);
		loading.then(
			(room) => room ?? open.delete(held.id),
			() => open.delete(held.id),
		);
		return loading;
	}

	/** Something to be done whose failure nobody waits for. */
	function later(work: Promise<unknown>): void {
		work.catch((error) => log.warn({ err: error }, 'a room could not be looked at'));
	}

	async function readAgain(room: OpenRoom): Promise<void> {
		const held = await rooms.read(room.id, room.held);
		if (held !== null) room.take(held);
	}

	async function seePeople(of: readonly OpenRoom[]): Promise<void> {
		const since = new Date(clock.now().getTime() - limits.presentMs);
		const number = ++looks;
		const rows = Map.groupBy(
			await visitsNow(
				db,
				of.map(({ id }) => id),
				since,
			),
			({ roomId }) => roomId,
		);
		for (const room of of) room.seePeople(rows.get(room.id) ?? [], number);
	}

	function changed(room: OpenRoom, held: HeldRoom): void {
		if (room.take(held)) room.outlet.tell({ kind: 'changed', version: held.version });
	}

	async function lookAtFrame(room: OpenRoom): Promise<void> {
		const held = await rooms.lookAtFrame(room.held);
		if (held !== null) changed(room, held);
	}

	async function begin(connection: Connection): Promise<void> {
		const { accountId, sessionId, visitId } = connection;
		if (!(await deps.stillSignedIn(connection.signInHash))) return connection.end(closeCodes.signedOut);
		const held = await rooms.enter(accountId, sessionId);
		if (held instanceof Refusal) {
			return connection.end(held.code === 'not-found' ? closeCodes.notFound : closeCodes.noAccess);
		}
		const room = await comeInto(held, connection);
		if (room === null) return connection.end(closeCodes.notFound);
		await insertVisit(db, { id: visitId, roomId: room.id, accountId }, clock.now());
		// Who went away meanwhile was there for no time.
		if (connection.ended) return endVisits(db, [visitId], clock.now());
		await seePeople([room]);
		if (connection.ended) return;
		room.welcome(connection, limits.beatMs);
		connection.start(deskOf(connection, room));
		room.outlet.tell({ kind: 'people', asks: true, media: room.ownMedia() });
		await lookAtFrame(room);
	}

	/** The room in memory, with this window in it: it stays there until the last one has left. */
	async function comeInto(held: HeldRoom, connection: Connection): Promise<OpenRoom | null> {
		for (;;) {
			const room = await get(held);
			// The last of the others may have left just now.
			if (room !== null && !loaded.has(room)) continue;
			if (room !== null) room.connections.add(connection);
			if (room !== null) inRoom.set(connection, room);
			if (room !== null && connection.ended) await left(connection, room);
			return room;
		}
	}

	/** Where each window is. */
	const inRoom = new Map<Connection, OpenRoom>();

	function deskOf(connection: Connection, room: OpenRoom): Desk {
		const { visitId, accountId } = connection;
		return {
			now: () => clock.now().getTime(),
			async act({ action, press }) {
				const held = await rooms.act(room.held, room.session, { by: accountId, action, press });
				if (held instanceof Refusal) return held;
				changed(room, held);
				return held.version;
			},
			contribute: ({ stage, says }) => deps.contributions.take(room.id, stage, { visitId, accountId, says }),
			react(reaction) {
				room.react(accountId, reaction);
				room.outlet.tell({ kind: 'reaction', accountId, reaction });
			},
			signal(to, data) {
				if (!room.signal(visitId, to, data) && room.knows(to)) {
					room.outlet.tell({ kind: 'signal', from: visitId, to, data });
				}
			},
			media(media) {
				if (media !== null && !room.hasCallPlace(connection, deps.callPlaces)) {
					return connection.write(textFrame({ type: 'call-full' }));
				}
				room.setMedia({ [visitId]: media });
				room.outlet.tell({ kind: 'people', asks: false, media: { [visitId]: media } });
			},
		};
	}

	function closed(connection: Connection): void {
		connections.delete(connection);
		connection.closed();
		const room = inRoom.get(connection);
		if (room !== undefined && !stopping) later(left(connection, room));
	}

	async function left(connection: Connection, room: OpenRoom): Promise<void> {
		inRoom.delete(connection);
		room.forget(connection);
		leaveEmpty(room);
		await endVisits(db, [connection.visitId], clock.now());
		room.outlet.tell({ kind: 'people', asks: false, media: { [connection.visitId]: null } });
		if (room.connections.size === 0) return;
		await seePeople([room]);
		setTimeout(() => {
			if (loaded.has(room)) later(lookAtFrame(room));
		}, STAND_IN_AFTER_MS + 100).unref();
	}

	function leaveEmpty(room: OpenRoom): void {
		if (room.connections.size > 0 || !loaded.has(room)) return;
		open.delete(room.id);
		loaded.delete(room);
		room.outlet.close();
	}

	/** Why somebody may not be in a room any more; it may have gone on with its session. */
	async function whyNot({ accountId, sessionId }: Connection, room: OpenRoom | undefined) {
		if (room === undefined) return rooms.mayEnter(accountId, sessionId);
		const why = await rooms.mayEnter(accountId, room.held.sessionId);
		if (why?.code !== 'not-found') return why;
		await readAgain(room);
		return rooms.mayEnter(accountId, room.held.sessionId);
	}

	async function judge(connection: Connection): Promise<void> {
		const [signedIn, why] = await Promise.all([
			deps.stillSignedIn(connection.signInHash),
			whyNot(connection, inRoom.get(connection)),
		]);
		if (!signedIn) connection.end(closeCodes.signedOut);
		else if (why !== null && (why.code === 'not-found' || why.code === 'not-allowed')) {
			connection.end(closeCodes.noAccess);
		}
	}

	/** Rights changed. When nobody can say how, the person may do nothing: they can come back. */
	function rejudge(connection: Connection): void {
		judge(connection).catch((error) => {
			log.warn({ err: error }, 'rights in a room could not be read');
			connection.end(closeCodes.loadFailed);
		});
	}

	const stopListening = [
		events.on('access-changed', ({ groupId, accountId }) => {
			for (const connection of connections) {
				if (accountId !== undefined && connection.accountId !== accountId) continue;
				const room = inRoom.get(connection);
				if (room === undefined || room.held.groupId === groupId) rejudge(connection);
			}
		}),
		events.on('signed-out', ({ accountId, signInHash }) => {
			for (const connection of connections) {
				if (connection.accountId !== accountId) continue;
				if (signInHash === null || connection.signInHash === signInHash) connection.end(closeCodes.signedOut);
			}
		}),
	];

	/** The session of a room; the room is read again where that session is no more, for it was carried then. */
	async function sessionOf(room: OpenRoom) {
		const session = await deps.sessions.find(room.held.sessionId);
		if (session !== null) return session;
		await readAgain(room);
		return deps.sessions.find(room.held.sessionId);
	}

	/** What is done at each heartbeat, by every process that has windows. */
	async function keep(): Promise<void> {
		const now = clock.now();
		await keepVisits(
			db,
			[...inRoom.keys()].map(({ visitId }) => visitId),
			now,
		);
		await endLostVisits(db, new Date(now.getTime() - limits.presentMs));
		const here = [...loaded];
		if (here.length === 0) return;
		const versions = await versionsOf(
			db,
			here.map(({ id }) => id),
		);
		for (const [index, room] of here.entries()) {
			if (index % BEATS_BETWEEN_LOOKS === beat % BEATS_BETWEEN_LOOKS) {
				room.session = await sessionOf(room);
			}
			if ((versions.get(room.id) ?? 0) > room.held.version) await readAgain(room);
			else room.take(room.held);
		}
		await seePeople(here);
		for (const room of here) if (room.mayChangeHands()) await lookAtFrame(room);
	}

	const toLookAt = new Set<Connection>();
	let isLooking = false;

	/** One after the other: hundreds at once would make those wait who act meanwhile. */
	async function lookAtRights(): Promise<void> {
		isLooking = true;
		for (const connection of toLookAt) {
			toLookAt.delete(connection);
			if (!stopping && !connection.ended) {
				await judge(connection).catch((error) =>
					log.warn({ err: error }, 'rights in a room could not be read'),
				);
			}
		}
		isLooking = false;
	}

	let beat = 0;
	let isKeeping = false;
	const heartbeat = setInterval(() => {
		beat++;
		for (const [index, connection] of [...connections].entries()) {
			if (index % BEATS_BETWEEN_LOOKS === beat % BEATS_BETWEEN_LOOKS) toLookAt.add(connection);
		}
		if (!isLooking) later(lookAtRights());
		if (isKeeping) return;
		isKeeping = true;
		later(
			keep().finally(() => {
				isKeeping = false;
			}),
		);
	}, limits.heartbeatMs);
	heartbeat.unref();
	const pings = setInterval(() => {
		for (const connection of [...connections]) connection.beat();
	}, limits.pingMs);
	pings.unref();

	function hasPlace({ accountId, sessionId }: ConnectionOptions): boolean {
		let ofPerson = 0;
		let ofRoom = 0;
		for (const connection of connections) {
			if (connection.sessionId !== sessionId) continue;
			ofRoom++;
			if (connection.accountId === accountId) ofPerson++;
		}
		return ofPerson < limits.visitsPerPerson && ofRoom < limits.visitsPerRoom;
	}

	return {
		open(socket, options) {
			if (stopping) return socket.close(closeCodes.stopping);
			if (!hasPlace(options)) return socket.close(closeCodes.tooMany);
			const connection = new Connection(socket, options, { limits, metrics, log });
			connections.add(connection);
			socket.on('close', () => closed(connection));
			begin(connection).catch((error) => {
				log.error({ err: error }, 'a room could not be opened');
				connection.end(closeCodes.loadFailed);
			});
		},

		get openRooms() {
			return loaded.size;
		},

		async close() {
			stopping = true;
			clearInterval(heartbeat);
			clearInterval(pings);
			for (const stop of stopListening) stop();
			const visits = [...inRoom.keys()].map(({ visitId }) => visitId);
			for (const connection of [...connections]) connection.end(closeCodes.stopping);
			await endVisits(db, visits, clock.now()).catch((error) =>
				log.warn({ err: error }, 'the end of visits could not be written down'),
			);
		},
	};
}
