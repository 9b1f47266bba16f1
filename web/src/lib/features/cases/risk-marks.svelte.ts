/**
 * Passages of a case that somebody marked as a risk: anyone may mark, over anybody's words; whoever
 * wrote them is asked to blur them, and anyone who did may take the mark off.
 */
import { type CaseText, listCaseAuthors } from '@entrepairs/contract/cases';
import type * as Y from 'yjs';
import { type Answer, call } from '#lib/api/call.ts';
import { type RiskPassage, riskPassages } from './risk-passages.ts';

/** Often enough for a notice; typing must not wait for it. */
const READ_EVERY_MS = 400;
/** Who wrote as a client that came a moment ago is known once their words are on disk. */
const ASK_AGAIN_MS = 5_000;

export interface AskedPassage extends RiskPassage {
	readonly isMine: boolean;
	/** Names of the others who wrote in it, as far as they are known. */
	readonly others: readonly string[];
}

export class RiskMarks {
	readonly #readAuthors: () => Promise<Answer<Pick<CaseText, 'authors'>>>;
	readonly #accountId: string;
	readonly #sections: readonly string[];
	#authors = $state.raw<ReadonlyMap<number, CaseText['authors'][number]>>(new Map());
	#passages = $state.raw<readonly RiskPassage[]>([]);
	#ownClient = $state(0);
	#askedAt = Number.NEGATIVE_INFINITY;
	/** The passage whose card is open, by its id. */
	openedId = $state<string | null>(null);
	readonly passages: readonly AskedPassage[] = $derived(
		this.#passages.map((passage) => {
			const authors = passage.clients.map((client) => this.#authors.get(client));
			// What the whole group wrote is each one's to look at.
			const isOwn = (accountId: string | null) => accountId === null || accountId === this.#accountId;
			const known = authors.filter((author) => author !== undefined);
			return {
				...passage,
				isMine: passage.clients.includes(this.#ownClient) || known.some(({ accountId }) => isOwn(accountId)),
				others: [...new Set(known.flatMap(({ accountId, name }) => (isOwn(accountId) ? [] : [name ?? ''])))],
			};
		}),
	);

	/** `readAuthors` says who wrote as which client, where it is not the text of a case. */
	constructor(
		caseId: string,
		accountId: string,
		sections: readonly string[],
		readAuthors: () => Promise<Answer<Pick<CaseText, 'authors'>>> = () =>
			call(listCaseAuthors, { params: { caseId } }),
	) {
		this.#readAuthors = readAuthors;
		this.#accountId = accountId;
		this.#sections = sections;
	}

	/** Follows a copy of the text until the answer is called. */
	follow(document: Y.Doc): () => void {
		let timer: ReturnType<typeof setTimeout> | undefined;
		const read = () => {
			timer = undefined;
			const passages = riskPassages(document, this.#sections);
			if (passages.length === 0 && this.#passages.length === 0) return;
			this.#passages = passages;
			void this.#learnAuthors();
		};
		const soon = () => {
			timer ??= setTimeout(read, READ_EVERY_MS);
		};
		this.#ownClient = document.clientID;
		document.on('update', soon);
		read();
		return () => {
			clearTimeout(timer);
			document.off('update', soon);
		};
	}

	async #learnAuthors(): Promise<void> {
		const isKnown = (client: number) => client === this.#ownClient || this.#authors.has(client);
		if (this.#passages.every(({ clients }) => clients.every(isKnown))) return;
		if (performance.now() - this.#askedAt < ASK_AGAIN_MS) return;
		this.#askedAt = performance.now();
		const answer = await this.#readAuthors();
		if (!answer.ok) return;
		this.#authors = new Map(answer.value.authors.map((author) => [author.clientId, author]));
	}
}
