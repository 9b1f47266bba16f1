/** The methods a group may say it works with. Ids only: what each one is made of comes with the room. */
export const methodIds = [
	'codevelopment',
	'balint',
	'gapp',
	'gease',
	'intervision',
	'structured-peer-supervision',
	'reflecting-team',
	'troika',
	'wise-crowds',
	'critical-incident',
	'free',
] as const;
export type MethodId = (typeof methodIds)[number];
