/** Checksums of identifiers; each takes the identifier without spaces. */

/** The key of a NIR (97 − number mod 97; Corsica: 2A counts as 19, 2B as 18). Source: INSEE. */
export function isNirKey(nir: string): boolean {
	const digits = nir.toUpperCase().replace('2A', '19').replace('2B', '18');
	if (!/^\d{15}$/.test(digits)) return false;
	return 97 - Number(BigInt(digits.slice(0, 13)) % 97n) === Number(digits.slice(13));
}

/** ISO 13616: four first characters to the end, letters as numbers, remainder of 97 is 1. */
export function isIban(iban: string): boolean {
	const moved = iban.slice(4) + iban.slice(0, 4);
	let rest = 0;
	for (const character of moved.toUpperCase()) {
		const value = Number.parseInt(character, 36);
		if (Number.isNaN(value)) return false;
		rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
	}
	return rest === 1;
}

/** Luhn's sum, as SIREN, SIRET and RPPS carry it. */
export function isLuhn(digits: string): boolean {
	let sum = 0;
	for (let at = 0; at < digits.length; at++) {
		const digit = Number(digits[digits.length - 1 - at]);
		const doubled = at % 2 === 0 ? digit : digit * 2;
		sum += doubled > 9 ? doubled - 9 : doubled;
	}
	return sum % 10 === 0;
}

/** Modulus 11 of an NHS number (ten digits, the last is the check digit). Source: NHS Data Dictionary. */
export function isNhsNumber(digits: string): boolean {
	let sum = 0;
	for (let at = 0; at < 9; at++) sum += Number(digits[at]) * (10 - at);
	return (11 - (sum % 11)) % 11 === Number(digits[9]);
}
