/** What the parts of the room's page share: the room as its rules read it, and what may be done in it. */
import type { GroupMember } from '@entrepairs/contract/groups';
import type { RoomAction, RoomView } from '@entrepairs/contract/room';
import { timeLeft } from '@entrepairs/domain/room/clock';
import type { Room } from '@entrepairs/domain/room/state';
import { type Missing, whoIsMissing } from '@entrepairs/domain/room/who-is-missing';
import type { CaseSection } from '@entrepairs/methods/case-templates';
import type { I18n } from '#lib/i18n/i18n.svelte.ts';
import { problemWords } from '#lib/i18n/problem-words.ts';
import { toasts } from '#lib/ui/toasts.svelte.ts';
import type { RoomConnection } from './room-connection.svelte.ts';
import { asRoom, type Seat, seatsOf, stageIn } from './seats.ts';

type People = readonly Pick<GroupMember, 'accountId' | 'name' | 'colour'>[];

export class Scene {
	readonly connection: RoomConnection;
	readonly accountId: string;
	readonly sessionId: string;
	readonly #members: () => People;
	readonly #i18n: I18n;
	/** Milliseconds by the server's clock, a new one each second. */
	now = $state(0);
	/** What the situation is made of, once it is there. */
	sections = $state.raw<readonly CaseSection[]>([]);
	#waiting = $state(0);
	#last: Promise<boolean> = Promise.resolve(true);
	/** An action is on its way. */
	readonly busy = $derived(this.#waiting > 0);

	readonly view: RoomView | null = $derived.by(() => this.connection.room);
	readonly room: Room | null = $derived.by(() =>
		this.view === null ? null : asRoom(this.view, this.connection.method),
	);
	readonly seats: readonly Seat[] = $derived.by(() =>
		this.room === null ? [] : seatsOf(this.room, this.connection.visits, this.#members()),
	);
	readonly me: Seat | null = $derived.by(
		() => this.seats.find(({ accountId }) => accountId === this.accountId) ?? null,
	);
	/** Before the stages: whom the method that was chosen still counts on. */
	readonly missing: Missing | null = $derived.by(() => {
		if (this.room === null) return null;
		const counted = this.seats.filter(({ isHere }) => isHere || this.room?.mode === 'over-days');
		return whoIsMissing(
			this.room,
			counted.map(({ accountId }) => accountId),
		);
	});
	readonly stage = $derived.by(() => (this.room === null ? null : stageIn(this.room, this.room.at)));
	readonly planned = $derived.by(() => this.room?.plan[this.room.at] ?? null);
	/** Who holds the frame, where that needs a word. */
	readonly frameNews = $derived.by(() => {
		const words = this.#i18n.t.inRoom;
		const holder = this.seats.find(({ holdsFrame }) => holdsFrame);
		if (this.room === null || this.room.phase === 'ended') return null;
		const { heldBy, backTo } = this.room.frame;
		if (heldBy === null) return words.noFrame;
		if (holder === undefined) return null;
		if (this.room.mode === 'live' && !holder.isHere) return words.frameAway(holder.name);
		return backTo === null ? null : words.frameStandIn(holder.name, this.nameOf(backTo));
	});
	/** Of the clock of the stage; null without one. */
	readonly leftMs = $derived.by(() => {
		const clock = this.room?.clock ?? null;
		return clock === null ? null : timeLeft(clock, this.now);
	});
	/** The whole time of the stage, with what was added. */
	readonly totalMs = $derived.by(() => {
		const clock = this.room?.clock ?? null;
		return clock === null ? null : (clock.seconds + clock.extraSeconds) * 1_000;
	});

	constructor(
		connection: RoomConnection,
		given: { readonly accountId: string; readonly members: () => People; readonly i18n: I18n },
	) {
		this.connection = connection;
		this.sessionId = connection.sessionId;
		this.accountId = given.accountId;
		this.#members = given.members;
		this.#i18n = given.i18n;
	}

	/** Looks at the clock. */
	tick(): void {
		this.now = this.connection.now();
	}

	nameOf(accountId: string | null): string {
		return this.seats.find((seat) => seat.accountId === accountId)?.name ?? '—';
	}

	/**
	 * Whether it was done; otherwise the person has been told why not. One after the other, in the order in
	 * which they were asked for: none is dropped because another is on its way.
	 */
	act(action: RoomAction): Promise<boolean> {
		this.#waiting++;
		this.#last = this.#last.then(async () => {
			const outcome = await this.connection.act(action);
			this.#waiting--;
			if (outcome.ok) return true;
			const { t } = this.#i18n;
			const lineWords = outcome.isSent ? t.inRoom.perhapsDone : t.inRoom.notDone;
			toasts.show(outcome.problem === null ? lineWords : problemWords(t, outcome.problem));
			return false;
		});
		return this.#last;
	}
}
