/** When a word is finished, as far as one can tell from what stands before the caret. */

/** A full stop, a hyphen or an apostrophe may be inside an address, a name, a number. */
const BOUNDARY = /[\s,;!?»”)\]}]$/u;
/** Numbers come in groups: of « 06 12 34 56 78 » no pair says by itself what it is. */
const NUMBER = /\S*\d[^\s.!?]*\s*$/u;

/** Whether what was written last has come to its end. `before` is the line up to the caret. */
export function isFinished(before: string): boolean {
	return before === '' || (BOUNDARY.test(before) && !mayGoOn(before));
}

/** Whether more may come that belongs to it, even after a pause. */
export function mayGoOn(before: string): boolean {
	return NUMBER.test(before);
}
