/** What a person did about identifiers before they shared a text: counts and kinds, never the words. */
import { type FindingType as AnyFindingType, findingTypes } from '@entrepairs/anonymise/finding';
import { type Static, Type } from 'typebox';
import { Language } from './values.ts';

// A union of a list has no type of its own: it is said beside it.
const FindingType = Type.Unsafe<AnyFindingType>(Type.Union(findingTypes.map((type) => Type.Literal(type))));

/** Why something that was found stays in the text. */
export const keepReasons = ['not-identifying', 'public-knowledge', 'needed', 'invented'] as const;
export type KeepReason = (typeof keepReasons)[number];
const KeepReason = Type.Unsafe<KeepReason>(Type.Union(keepReasons.map((reason) => Type.Literal(reason))));

const Count = Type.Integer({ minimum: 1, maximum: 10_000 });

/**
 * The gate before a text becomes visible to others. The server looks at the text itself, with the
 * same detector: what it finds of a kind must be accounted for in `kept`.
 */
export const Review = Type.Object(
	{
		/** The language that the text was looked at in. */
		language: Language,
		/** By kind, how many places were replaced. */
		replaced: Type.Array(Type.Object({ type: FindingType, count: Count }, { additionalProperties: false }), {
			maxItems: findingTypes.length,
		}),
		/** By kind and reason, how many places were kept as they are. */
		kept: Type.Array(
			Type.Object({ type: FindingType, reason: KeepReason, count: Count }, { additionalProperties: false }),
			{ maxItems: findingTypes.length * keepReasons.length },
		),
		/** The author has read the text once more as the others will see it. */
		reread: Type.Literal(true),
	},
	{ additionalProperties: false },
);
export type Review = Static<typeof Review>;
