/** What an action makes of a room. Nothing else changes a room but this and `frameAfter`. */
import { type Acting, type Action, type Of, passage, type RoomRefusal } from './action.ts';
import { paused } from './clock.ts';
import * as frame from './frame.ts';
import * as lobby from './lobby.ts';
import { maySpeak } from './rights.ts';
import { handOver, takeFrame } from './stand-in.ts';
import type { Room } from './state.ts';
import { counting, passedOn, settled, withWord } from './word.ts';

/** The room afterwards: the same object where there is nothing to do; or why it may not be done. */
export function act(room: Room, action: Action, acting: Acting): Room | RoomRefusal {
	const { by } = acting;
	switch (action.do) {
		case 'check-in': {
			if (room.phase === 'ended') return 'not-now';
			const checkIns = said(room.checkIns, by, action.word === null ? null : { word: action.word });
			return checkIns === room.checkIns ? room : { ...room, checkIns };
		}
		case 'choose-method':
			return lobby.chooseMethod(room, action, acting);
		case 'choose-case':
			return lobby.chooseCase(room, action.caseId, acting);
		case 'take-role':
			return lobby.takeRole(room, action, acting);
		case 'leave-role':
			return lobby.leaveRole(room, action, acting);
		case 'start':
			return lobby.start(room, acting);
		case 'next':
			return frame.next(room, action, acting);
		case 'back':
			return frame.back(room, action, acting);
		case 'pause':
			return frame.pause(room, acting);
		case 'resume':
			return frame.resume(room, acting);
		case 'extend':
			return frame.extend(room, action, acting);
		case 'choose-way':
			return frame.chooseWay(room, action, acting);
		case 'reveal':
			return frame.reveal(room, action, acting);
		case 'hand-over':
			return handOver(room, action.to, acting);
		case 'take-frame':
			return takeFrame(room, acting);
		case 'raise-hand':
		case 'lower-hand':
		case 'give-word':
		case 'start-round':
		case 'pass-word':
			return word(room, action, acting);
		case 'danger':
			if (room.phase === 'ended') return 'not-now';
			if (room.inDanger) return room;
			return {
				...settled(room, acting.at),
				inDanger: true,
				clock: room.clock === null ? null : paused(room.clock, acting.at),
			};
		case 'return':
			// The clock rests until somebody lets it run: nobody is hurried back.
			return room.inDanger ? counting({ ...room, inDanger: false }, acting.at) : room;
		case 'take-away':
		case 'evaluate':
		case 'keep-times':
			return closing(room, action, by);
		case 'end':
			return end(room, acting);
	}
}

type OfClosing = Of<'take-away' | 'evaluate' | 'keep-times'>;

/** What each says for themselves before the session is over. */
function closing(room: Room, action: OfClosing, by: string): Room | RoomRefusal {
	if (room.phase !== 'closing') return 'not-now';
	const { takeAways, evaluations, keepTimes } = room;
	const now = {
		takeAways:
			action.do === 'take-away'
				? said(takeAways, by, action.words === null ? null : { words: action.words })
				: takeAways,
		evaluations:
			action.do === 'evaluate' ? said(evaluations, by, { value: asValue(action.value) }) : evaluations,
		keepTimes: action.do === 'keep-times' ? said(keepTimes, by, { agrees: action.agrees }) : keepTimes,
	};
	const isSame =
		now.takeAways === takeAways && now.evaluations === evaluations && now.keepTimes === keepTimes;
	return isSame ? room : { ...room, ...now };
}

type OfWord = Of<'raise-hand' | 'lower-hand' | 'give-word' | 'start-round' | 'pass-word'>;

function word(room: Room, action: OfWord, { by, at, present }: Acting): Room | RoomRefusal {
	if (room.phase === 'ended' || room.mode !== 'live' || room.inDanger) return 'not-now';
	const { speaking } = room;
	const holdsFrame = room.frame.heldBy === by;
	switch (action.do) {
		case 'raise-hand':
			if (!maySpeak(room, by)) return 'not-yours';
			if (speaking.hands.includes(by) || speaking.by === by) return room;
			return { ...room, speaking: { ...speaking, hands: [...speaking.hands, by] } };
		case 'lower-hand': {
			const { accountId } = action;
			if (accountId !== by && !holdsFrame) return 'not-yours';
			if (!speaking.hands.includes(accountId)) return room;
			const hands = speaking.hands.filter((one) => one !== accountId);
			return { ...room, speaking: { ...speaking, hands } };
		}
		case 'give-word': {
			const { to } = action;
			// A free word is taken by whoever begins, as long as nobody asked for it before.
			const isFree = to === by && speaking.by === null && speaking.hands.every((one) => one === by);
			const isReturned = to === null && speaking.by === by;
			if (!holdsFrame && !isFree && !isReturned) return 'not-yours';
			if (to === speaking.by) return room;
			if (to !== null && !present.includes(to)) return 'not-here';
			if (to !== null && !maySpeak(room, to)) return 'not-offered';
			return withWord(room, to, at);
		}
		case 'start-round': {
			if (!holdsFrame) return 'not-yours';
			const round = [...new Set(present)].filter((one) => maySpeak(room, one));
			return passedOn({ ...room, speaking: { ...speaking, round } }, present, at);
		}
		case 'pass-word':
			if (speaking.by === null) return room;
			return speaking.by === by || holdsFrame ? passedOn(room, present, at) : 'not-yours';
	}
}

/** Whether times of speaking stay: only where somebody wants them and nobody does not. */
export function keepsTimes(said: Room['keepTimes']): boolean {
	return said.length > 0 && said.every(({ agrees }) => agrees);
}

/** The session is over. */
function end(room: Room, { by, at }: Acting): Room | RoomRefusal {
	if (room.frame.heldBy !== by) return 'not-yours';
	if (room.phase !== 'closing' || room.inDanger) return 'not-now';
	const isKept = keepsTimes(room.keepTimes);
	const ended: Room = {
		...room,
		phase: 'ended',
		spoken: isKept ? room.spoken : [],
		speaking: { by: null, since: null, hands: [], round: null },
	};
	return passage(ended, 'ended', by, at);
}

const asValue = (value: number): 1 | 2 | 3 | 4 => (value <= 1 ? 1 : value >= 4 ? 4 : value === 2 ? 2 : 3);

/** What each said, once: said again it takes the place of the last, and null takes it back. */
function said<T extends object>(
	list: readonly ({ readonly accountId: string } & T)[],
	accountId: string,
	what: T | null,
): readonly ({ readonly accountId: string } & T)[] {
	const before = list.find((one) => one.accountId === accountId);
	const isSame =
		what === null
			? before === undefined
			: before !== undefined &&
				Object.entries(what).every(([name, value]) => before[name as keyof typeof before] === value);
	if (isSame) return list;
	const others = list.filter((one) => one !== before);
	return what === null ? others : [...others, { accountId, ...what }];
}
