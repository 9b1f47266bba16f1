/**
 * A method while somebody changes it. Each step gives a new method, so that going back is taking the one
 * before. Texts are written in the group's language, in both if the person says so (domain/method/edit.ts).
 */
import type { Language } from '@entrepairs/contract/values';
import { partiesOf } from '@entrepairs/domain/method/check';
import { changeStage, say, type Words } from '@entrepairs/domain/method/edit';
import type { Method, Stage } from '@entrepairs/methods/method';

export class MethodDraft {
	method = $state.raw<Method>() as Method;
	/** Each text is written in both languages. */
	both = $state(false);
	/** What was there before a stage was removed, and its name. */
	undoable = $state.raw<{ readonly method: Method; readonly name: string } | null>(null);
	readonly language: Language;
	readonly other: Language;
	#saved = $state.raw<Method>() as Method;
	readonly changed = $derived(
		this.method !== this.#saved && JSON.stringify(this.method) !== JSON.stringify(this.#saved),
	);
	readonly parties = $derived(partiesOf(this.method));

	constructor(method: Method, language: Language) {
		this.method = method;
		this.#saved = method;
		this.language = language;
		this.other = language === 'fr' ? 'en' : 'fr';
	}

	/** What stands now is what was saved. */
	keep(): void {
		this.#saved = this.method;
	}

	stage(index: number, change: (stage: Stage) => Stage): void {
		this.method = changeStage(this.method, index, change);
	}

	say(words: Words | null, language: Language, text: string): Words {
		return say(words, language, text, this.both);
	}
}
