/**
 * What a form knows while somebody fills it in: what the server refused, field by field, and
 * whether an answer is awaited.
 */
import type { FieldError } from '@entrepairs/contract/problem';
import { tick } from 'svelte';
import type { Answer, Failure } from '#lib/api/call.ts';
import type { I18n } from '#lib/i18n/i18n.svelte.ts';
import { fieldWords } from '#lib/i18n/problem-words.ts';

export class Form {
	busy = $state(false);
	problem = $state<Failure | null>(null);
	readonly #i18n: I18n;

	constructor(i18n: I18n) {
		this.#i18n = i18n;
	}

	/** The words for what is wrong with a field, in the language of the moment. */
	error(field: string): string | undefined {
		const found: FieldError | undefined = this.problem?.errors?.find((error) => error.field === field);
		return found && fieldWords(this.#i18n.t, found);
	}

	/**
	 * Sends once, however often the button is pressed. Returns the answer's value, or null after a
	 * refusal, with focus on the first field to look at again. The form stays busy until `next` is
	 * over too: while the page of what was made is on its way, nothing is made a second time.
	 */
	async send<T>(
		form: HTMLFormElement,
		request: () => Promise<Answer<T>>,
		next?: (value: T) => Promise<void>,
	): Promise<{ value: T } | null> {
		if (this.busy) return null;
		this.busy = true;
		this.problem = null;
		try {
			const answer = await request();
			if (answer.ok) {
				await next?.(answer.value);
				return { value: answer.value };
			}
			this.problem = answer.problem;
		} finally {
			this.busy = false;
		}
		await tick();
		(
			form.querySelector<HTMLElement>('[aria-invalid="true"]') ??
			form.querySelector<HTMLElement>('[role="alert"]')
		)?.focus();
		return null;
	}
}
