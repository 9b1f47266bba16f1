/** Control characters, without those that make lines and columns; each is one unit long. */
const CONTROLS = /[^\P{Cc}\t\n\r]/gu;

/** The same text, as long, with blanks for what no pen writes: « 06\u000012 » is read as « 06 12 ». */
export function withoutControls(text: string): string {
	return text.replace(CONTROLS, ' ');
}
