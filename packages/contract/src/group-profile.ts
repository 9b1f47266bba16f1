/** What a group says of itself, and by what the directory is searched. */
import { methodIds } from '@entrepairs/methods/methods';
import { type Static, Type } from 'typebox';
import { Language, nullable, oneOf } from './values.ts';

export const fieldsOfPractice = [
	'child-protection',
	'family',
	'disability',
	'elderly',
	'mental-health',
	'addiction',
	'housing-and-integration',
	'justice',
	'migration',
	'health',
	'employment',
	'mediation',
	'other',
] as const;

/** French regions and overseas collectivities by their INSEE codes. */
export const regionCodes = [
	'84',
	'27',
	'53',
	'24',
	'94',
	'44',
	'01',
	'03',
	'32',
	'11',
	'04',
	'02',
	'06',
	'28',
	'75',
	'76',
	'52',
	'93',
	'988',
	'987',
	'977',
	'978',
	'975',
	'986',
] as const;

export const rhythms = ['weekly', 'fortnightly', 'monthly', 'other'] as const;
export const admissions = ['on-request', 'on-invitation'] as const;
export const facilitations = ['facilitated', 'self-facilitated'] as const;

export const Method = oneOf(methodIds);
export type Method = Static<typeof Method>;
export const FieldOfPractice = oneOf(fieldsOfPractice);
export type FieldOfPractice = Static<typeof FieldOfPractice>;
export const Region = oneOf(regionCodes);
export type Region = Static<typeof Region>;
export const Rhythm = oneOf(rhythms);
export type Rhythm = Static<typeof Rhythm>;

/** How a group works and for whom. */
export const GroupProfile = Type.Object({
	methods: Type.Array(Method, { uniqueItems: true, maxItems: methodIds.length }),
	fields: Type.Array(FieldOfPractice, { uniqueItems: true, maxItems: fieldsOfPractice.length }),
	/** Null: anywhere, or online. */
	region: nullable(Region),
	rhythm: Rhythm,
	admission: oneOf(admissions),
	facilitation: oneOf(facilitations),
});
export type GroupProfile = Static<typeof GroupProfile>;

/** Search and filters of the directory; absent means any. */
export const DirectoryQuery = Type.Object(
	{
		/** Words in name and purpose, whatever their accents. */
		q: Type.Optional(Type.String({ maxLength: 100 })),
		language: Type.Optional(Language),
		field: Type.Optional(FieldOfPractice),
		region: Type.Optional(Region),
		method: Type.Optional(Method),
		rhythm: Type.Optional(Rhythm),
		places: Type.Optional(Type.Literal('free')),
		page: Type.Optional(Type.String({ pattern: '^[1-9][0-9]{0,3}$' })),
	},
	{ additionalProperties: false },
);
export type DirectoryQuery = Static<typeof DirectoryQuery>;
