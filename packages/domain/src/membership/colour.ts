/** How many colours of people there are; see the tokens `person-1` to `person-12`. */
export const COLOURS = 12;

/** The first colour that nobody in the group has, so that a group of twelve has twelve. */
export function freeColour(taken: readonly number[]): number {
	for (let colour = 1; colour <= COLOURS; colour++) if (!taken.includes(colour)) return colour;
	return (taken.length % COLOURS) + 1;
}
