/** Short words about what has just been done. They say it once and go; nothing is decided in them. */
const SHOWN_FOR_MS = 6_000;

interface Toast {
	readonly id: number;
	readonly words: string;
}

class Toasts {
	list = $state<readonly Toast[]>([]);
	#next = 1;

	show(words: string): void {
		const id = this.#next++;
		this.list = [...this.list, { id, words }];
		setTimeout(() => this.dismiss(id), SHOWN_FOR_MS);
	}

	dismiss(id: number): void {
		this.list = this.list.filter((toast) => toast.id !== id);
	}
}

export const toasts = new Toasts();
