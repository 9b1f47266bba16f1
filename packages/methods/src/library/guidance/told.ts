/**
 * What is told to each party in each stage, apart from what a stage is: one file a method and language, as on
 * the pages. It is read between two sentences of a conversation, so it is short (library.test.ts says how short).
 */
import type { Guidance, Party } from '../../method.ts';

interface Told {
	readonly does: string;
	readonly avoids?: string;
	/** Said aloud by whoever holds the frame; for the others, beginnings of sentences that help. */
	readonly says?: readonly string[];
	/** A sign that it is time to go on. */
	readonly ready?: string;
	/** What goes wrong most often here, and words that bring back. */
	readonly slip?: string;
}

type ToldInStage = { readonly [P in Party]?: Told };
/** By the id of the stage. */
export type ToldInMethod = { readonly [stage: string]: ToldInStage };

/** The same said in another language: the same stages, parties and texts, as many of each. */
export type Translated<T> = T extends string ? string : { readonly [K in keyof T]: Translated<T[K]> };

/** Both languages of a stage as one. */
export function told(fr: ToldInStage, en: Translated<ToldInStage>): Guidance[] {
	return (Object.keys(fr) as Party[]).flatMap((party) => {
		const [own, other] = [fr[party], en[party]];
		if (own === undefined || other === undefined) return [];
		return [
			{
				party,
				does: { fr: own.does, en: other.does },
				avoids: both(own.avoids, other.avoids) ?? null,
				prompts: (own.says ?? []).map((words, index) => ({ fr: words, en: other.says?.[index] ?? '' })),
				...optional('ready', both(own.ready, other.ready)),
				...optional('slip', both(own.slip, other.slip)),
			},
		];
	});
}

function both(fr: string | undefined, en: string | undefined) {
	return fr === undefined || en === undefined ? undefined : { fr, en };
}

function optional<K extends string, T>(key: K, value: T | undefined): { [P in K]?: T } {
	return value === undefined ? {} : ({ [key]: value } as { [P in K]?: T });
}
