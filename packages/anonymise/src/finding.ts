/** What a detector says about a piece of text that may tell who somebody is. */

export const findingTypes = [
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
] as const;
export type FindingType = (typeof findingTypes)[number];

/** Those that point at one person by themselves. */
export const directTypes: readonly FindingType[] = [
	'PERSON',
	'ADDRESS',
	'BIRTHDATE',
	'PHONE',
	'EMAIL',
	'NIR',
	'IDNUMBER',
	'URL',
	'PLATE',
	'IBAN',
];

/** Why it was found; the screen has a sentence for each. */
export const reasons = [
	/** Its form, with or without a checksum. */
	'form',
	/** Words before or after it: « Mme », « son fils », « née le », « l’école ». */
	'context',
	/** A list of names or places. */
	'list',
	/** A capital that no dictionary explains. */
	'unknown-capital',
	/** The same words were found elsewhere in the text. */
	'repeated',
] as const;
export type Reason = (typeof reasons)[number];

export type Language = 'fr' | 'en';

export interface Finding {
	/** UTF-16 offsets in the text, the end excluded. */
	readonly start: number;
	readonly end: number;
	readonly type: FindingType;
	/** `text.slice(start, end)`. */
	readonly text: string;
	/** 0 to 1: below 0.5 it is a question, and not shown as a finding. */
	readonly confidence: number;
	readonly why: Reason;
}
