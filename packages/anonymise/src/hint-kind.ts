/** What may let somebody be recognised although no name is left; the screen has a sentence for each. */
export const hintKinds = [
	'rare-job',
	'small-place',
	'large-family',
	'rare-event',
	'rare-illness',
	'origin',
	'exact-age',
	'exact-date',
	'public-role',
	'known-affair',
	'combination',
] as const;
export type HintKind = (typeof hintKinds)[number];
