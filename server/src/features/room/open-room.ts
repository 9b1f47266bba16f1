/** A room that this process has windows of: what it is, who is there, and how they are told. */
import type { FromServer, Reaction, Visit } from '@entrepairs/contract/room';
import type { FoundSession } from '../sessions/service.ts';
import type { Outlet } from './between.ts';
import type { Connection } from './connection.ts';
import { isOver } from './door.ts';
import type { HeldRoom } from './store.ts';
import type { VisitRow } from './store-visits.ts';
import { hasOtherMethod, methodOf, roomFrames, textFrame, viewOf } from './view.ts';

export class OpenRoom {
	held: HeldRoom;
	/** The session as it was last read: it may be moved or cancelled. */
	session: FoundSession | null;
	/** All windows of this process that are in, or on their way in. */
	readonly connections = new Set<Connection>();
	readonly #now: () => Date;
	outlet!: Outlet;
	#visits: readonly VisitRow[] = [];
	/** Who is in the call, by visit, in all processes. */
	readonly #media = new Map<string, Visit['media']>();
	#isOver: boolean;
	#lastLook = 0;

	constructor(held: HeldRoom, session: FoundSession | null, now: () => Date) {
		this.held = held;
		this.session = session;
		this.#now = now;
		this.#isOver = isOver(held.room.mode, session, now());
	}

	get id(): string {
		return this.held.id;
	}

	welcome(connection: Connection, beatMs: number): void {
		const { visitId, accountId } = connection;
		this.#isOver = isOver(this.held.room.mode, this.session, this.#now());
		const message: FromServer = {
			type: 'welcome',
			visitId,
			accountId,
			now: this.#now().getTime(),
			beatMs,
			room: viewOf(this.held, accountId, this.#isOver),
			method: methodOf(this.held),
			visits: this.visits(),
		};
		connection.write(textFrame(message));
	}

	/** The room at a later version; an earlier one is nothing new. */
	take(held: HeldRoom): boolean {
		const before = this.held;
		if (held.version < before.version) return false;
		this.held = held;
		const wasOver = this.#isOver;
		this.#isOver = isOver(held.room.mode, this.session, this.#now());
		if (held.version === before.version && wasOver === this.#isOver) return false;
		if (hasOtherMethod(before, held)) this.#toAll(textFrame({ type: 'method', method: methodOf(held) }));
		const frameFor = roomFrames(held, this.#isOver, this.#now().getTime());
		for (const connection of this.connections) connection.tell(frameFor(connection.accountId));
		return held.version > before.version;
	}

	visits(): Visit[] {
		return this.#visits.map(({ id, accountId, name, colour }) => ({
			visitId: id,
			accountId,
			name,
			colour,
			media: this.#media.get(id) ?? null,
		}));
	}

	/**
	 * Who is here by the database; tells everybody where that is news. `number` grows with each look: one that
	 * began before another counts only if its answer came before.
	 */
	seePeople(rows: readonly VisitRow[], number: number): void {
		if (number < this.#lastLook) return;
		this.#lastLook = number;
		const before = JSON.stringify(this.visits());
		this.#visits = rows;
		const isHere = new Set(rows.map(({ id }) => id));
		// The call of somebody who just came may be told before their arrival is read.
		if (this.#media.size > 4 * (rows.length + 16)) {
			for (const id of this.#media.keys()) if (!isHere.has(id)) this.#media.delete(id);
		}
		if (JSON.stringify(this.visits()) !== before) this.#tellPeople();
	}

	setMedia(media: Readonly<Record<string, Visit['media']>>): void {
		const before = JSON.stringify(this.visits());
		for (const [visitId, sent] of Object.entries(media)) {
			if (sent === null) this.#media.delete(visitId);
			else this.#media.set(visitId, sent);
		}
		if (JSON.stringify(this.visits()) !== before) this.#tellPeople();
	}

	/**
	 * Whether somebody can be in the call with no more than `places` windows. Their own other windows count for
	 * nothing: whoever comes back on a new line has not left on the old one yet.
	 */
	hasCallPlace({ visitId, accountId }: Connection, places: number): boolean {
		const own = new Set(this.#visits.filter((one) => one.accountId === accountId).map(({ id }) => id));
		const others = [...this.#media.keys()].filter((id) => id !== visitId && !own.has(id));
		return this.#media.has(visitId) || others.length < places;
	}

	/** What the windows of this process send in the call, for the other processes. */
	ownMedia(): Record<string, Visit['media']> {
		return Object.fromEntries(
			[...this.connections].map(({ visitId }) => [visitId, this.#media.get(visitId) ?? null]),
		);
	}

	forget(connection: Connection): void {
		this.connections.delete(connection);
		this.#media.delete(connection.visitId);
	}

	react(accountId: string, reaction: Reaction): void {
		this.#toAll(textFrame({ type: 'reaction', accountId, reaction }));
	}

	/** To one window, if it is one of this process. */
	signal(from: string, to: string, data: string): boolean {
		const connection = this.connections.values().find(({ visitId }) => visitId === to);
		connection?.tell(textFrame({ type: 'signal', from, data }));
		return connection !== undefined;
	}

	knows(visitId: string): boolean {
		return this.#visits.some(({ id }) => id === visitId);
	}

	/** Whether frame or word could pass on, or the frame come back, by what is known here. */
	mayChangeHands(): boolean {
		const { frame, speaking, mode, phase } = this.held.room;
		if (mode !== 'live' || phase === 'ended') return false;
		const isHere = (id: string | null) => this.#visits.some(({ accountId }) => accountId === id);
		const isLost = (id: string | null) => id !== null && !isHere(id);
		return isLost(frame.heldBy) || isLost(speaking.by) || (frame.backTo !== null && isHere(frame.backTo));
	}

	#tellPeople(): void {
		this.#toAll(textFrame({ type: 'people', visits: this.visits() }));
	}

	#toAll(frame: Uint8Array): void {
		for (const connection of this.connections) connection.tell(frame);
	}
}
