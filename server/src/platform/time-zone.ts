/** Whether this is the name of a zone in the IANA database, such as `Indian/Reunion`. */
export function isTimeZone(name: string): boolean {
	try {
		// Offsets such as "+02:00" are understood too, but are no zones: they know no daylight saving.
		return !/^[+-]/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }) !== null;
	} catch {
		return false;
	}
}
