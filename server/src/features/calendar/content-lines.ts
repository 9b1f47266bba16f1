/**
 * iCalendar as bytes (RFC 5545, 3.1): a component is its name, its properties and what it contains; a
 * property is one line, folded where it is longer than 75 octets. Dates are handed in as text, because
 * a rule is said in times on the wall, and one of them may be a time that its day does not have.
 */

/** One line of a component, unfolded. */
export type Property = string;

export interface Component {
	readonly name: 'VCALENDAR' | 'VTIMEZONE' | 'STANDARD' | 'DAYLIGHT' | 'VEVENT';
	readonly properties: readonly Property[];
	readonly components?: readonly Component[];
}

const OCTETS_A_LINE = 75;

/** A property whose value is words of people. */
export function text(name: string, words: string): Property {
	return `${name}:${escapeText(words)}`;
}

/** The value of a parameter, in quotation marks (RFC 6868). */
export function parameter(words: string): string {
	const value = withoutControls(words)
		.replaceAll('^', '^^')
		.replaceAll('"', "^'")
		.replaceAll(/\r\n|\r|\n/g, '^n');
	return `"${value}"`;
}

/** No address begins a new line, whatever was stored. */
export function uri(address: string): string {
	return address.replaceAll(/\p{Cc}|\s/gu, encodeURIComponent);
}

/** A component and all within it, as it is sent. */
export function format(component: Component): string {
	return lines(component)
		.map((line) => `${fold(line)}\r\n`)
		.join('');
}

function lines({ name, properties, components = [] }: Component): string[] {
	return [`BEGIN:${name}`, ...properties, ...components.flatMap(lines), `END:${name}`];
}

function escapeText(words: string): string {
	return withoutControls(words)
		.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
		.replaceAll(/\r\n|\r|\n/g, '\\n');
}

/** Line breaks are kept for the caller to write in its own way. */
function withoutControls(words: string): string {
	return words.replaceAll(/[^\P{Cc}\t\r\n]/gu, '');
}

/** Never within a letter: a line is cut between code points, and counted in UTF-8. */
function fold(line: string): string {
	let folded = '';
	let octets = 0;
	for (const letter of line) {
		const size = Buffer.byteLength(letter);
		if (octets + size > OCTETS_A_LINE) {
			folded += '\r\n ';
			octets = 1;
		}
		folded += letter;
		octets += size;
	}
	return folded;
}
