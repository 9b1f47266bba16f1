/** What somebody chose for the room on this device. */
const KEY = 'entrepairs-room';

interface Kept {
	readonly hasSound: boolean;
	readonly hasHandKey: boolean;
}

/** No sound unless it is asked for; a key alone must be one that can be turned off (WCAG 2.1.4). */
const nothingChosen: Kept = { hasSound: false, hasHandKey: true };

export class RoomChoices {
	#kept = $state.raw<Kept>(nothingChosen);

	constructor() {
		try {
			this.#kept = { ...nothingChosen, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Kept>) };
		} catch {
			// As if nothing had been chosen.
		}
	}

	get hasSound(): boolean {
		return this.#kept.hasSound;
	}

	set hasSound(hasSound: boolean) {
		this.#keep({ ...this.#kept, hasSound });
	}

	get hasHandKey(): boolean {
		return this.#kept.hasHandKey;
	}

	set hasHandKey(hasHandKey: boolean) {
		this.#keep({ ...this.#kept, hasHandKey });
	}

	#keep(kept: Kept): void {
		this.#kept = kept;
		try {
			localStorage.setItem(KEY, JSON.stringify(kept));
		} catch {
			// It holds for this page, then.
		}
	}
}
