/** What a person did about identifiers before they shared a text: counts and kinds, never the words. */
import { type Static, Type } from 'typebox';

/** The kinds of packages/anonymise/src/finding.ts. */
export const FindingType = Type.Enum([
	'PERSON',
	'PLACE',
	'ADDRESS',
	'DATE',
	'BIRTHDATE',
	'PHONE',
	'EMAIL',
	'NIR',
	'IDNUMBER',
	'ORG',
	'URL',
	'PLATE',
	'IBAN',
	'AGE',
	'PROFESSION_RARE',
]);
export type FindingType = Static<typeof FindingType>;

/** Why something that was found stays in the text. */
export const KeepReason = Type.Enum(['not-identifying', 'public-knowledge', 'needed', 'invented']);
export type KeepReason = Static<typeof KeepReason>;

const Count = Type.Integer({ minimum: 1, maximum: 10_000 });

export const Review = Type.Object(
	{
		/** By kind, how many places were replaced. */
		replaced: Type.Array(Type.Object({ type: FindingType, count: Count }, { additionalProperties: false }), {
			maxItems: 15,
		}),
		/** By kind and reason, how many places were kept as they are. */
		kept: Type.Array(
			Type.Object({ type: FindingType, reason: KeepReason, count: Count }, { additionalProperties: false }),
			{ maxItems: 60 },
		),
		/** The author has read the text once more as the others will see it. */
		reread: Type.Literal(true),
	},
	{ additionalProperties: false },
);
export type Review = Static<typeof Review>;
