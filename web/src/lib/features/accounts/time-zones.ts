/** Zones to choose from: those of France first, then all that the browser knows. */
const ofFrance = [
	'Europe/Paris',
	'America/Martinique',
	'America/Guadeloupe',
	'America/Cayenne',
	'Indian/Reunion',
	'Indian/Mayotte',
	'Pacific/Noumea',
	'Pacific/Tahiti',
	'America/Miquelon',
	'Pacific/Wallis',
];

export function timeZones(): string[] {
	const known = Intl.supportedValuesOf('timeZone');
	return [...ofFrance, ...known.filter((zone) => !ofFrance.includes(zone))];
}

/** The zone of this device, or Paris where the browser does not say. */
export function deviceTimeZone(): string {
	return new Intl.DateTimeFormat().resolvedOptions().timeZone || 'Europe/Paris';
}
