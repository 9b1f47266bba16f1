/** What the schema validator found, as field errors of the contract. */
import type { FieldError, FieldErrorCode } from '@entrepairs/contract/problem';

export interface ValidatorError {
	readonly keyword: string;
	readonly instancePath: string;
	readonly schemaPath: string;
	readonly params: Readonly<Record<string, unknown>>;
}

/** The field errors that an error carries, each field once; null when it is not about validation. */
export function fieldErrors(error: unknown): { context: string; errors: readonly FieldError[] } | null {
	const { validation, validationContext } = error as {
		validation?: readonly ValidatorError[];
		validationContext?: string;
	};
	if (validation === undefined) return null;
	const byField = new Map<string, FieldError>();
	for (const found of withoutOtherChoices(validation)) {
		const translated = translate(found);
		const known = byField.get(translated.field);
		if (known === undefined || rank(translated.code) < rank(known.code))
			byField.set(translated.field, translated);
	}
	return { context: validationContext ?? 'body', errors: [...byField.values()] };
}

/**
 * Of what may be one thing or another, the validator tells what is wrong for each of them. Somebody
 * who fills in one is told of that one: whose fixed values and type fit, with the least to look at.
 */
function withoutOtherChoices(validation: readonly ValidatorError[]): readonly ValidatorError[] {
	const dropped = new Set<ValidatorError>();
	const choices = validation.filter(({ keyword }) => keyword === 'anyOf');
	// A choice may be within another: the inner one first.
	for (const choice of choices.sort((a, b) => b.schemaPath.length - a.schemaPath.length)) {
		const { instancePath: at, schemaPath } = choice;
		const byBranch = Map.groupBy(
			validation.filter(
				(error) =>
					!dropped.has(error) &&
					error.schemaPath.startsWith(`${schemaPath}/`) &&
					(error.instancePath === at || error.instancePath.startsWith(`${at}/`)),
			),
			(error) => error.schemaPath.slice(schemaPath.length + 1).split('/', 1)[0],
		);
		const meant = [...byBranch.values()].filter((errors) => !errors.some((error) => isOther(error, at)));
		const least = Math.min(...meant.map(({ length }) => length));
		const [only, another] = meant.filter(({ length }) => length === least);
		if (only === undefined || another !== undefined) continue;
		dropped.add(choice);
		for (const errors of byBranch.values()) {
			if (errors !== only) for (const error of errors) dropped.add(error);
		}
	}
	return validation.filter((error) => !dropped.has(error));
}

/** Whether it says that what stands there is another of the choices. */
function isOther({ keyword, instancePath }: ValidatorError, at: string): boolean {
	if (keyword === 'type') return instancePath === at;
	return keyword === 'const' && instancePath.slice(0, instancePath.lastIndexOf('/')) === at;
}

function translate(error: ValidatorError): FieldError {
	const path = error.instancePath.split('/').slice(1).map(unescapePointer);
	const { params } = error;
	switch (error.keyword) {
		case 'required':
			return { field: [...path, String(params['missingProperty'])].join('.'), code: 'required' };
		case 'additionalProperties':
			return { field: [...path, String(params['additionalProperty'])].join('.'), code: 'unknown-field' };
		case 'minLength': {
			const limit = Number(params['limit']);
			return limit === 1 ? { field: path.join('.'), code: 'required' } : withLimit(path, 'too-short', limit);
		}
		case 'maxLength':
			return withLimit(path, 'too-long', Number(params['limit']));
		case 'minimum':
			return withLimit(path, 'too-small', Number(params['limit']));
		case 'maximum':
			return withLimit(path, 'too-large', Number(params['limit']));
		case 'minItems': {
			const limit = Number(params['limit']);
			return limit === 1 ? { field: path.join('.'), code: 'required' } : withLimit(path, 'too-small', limit);
		}
		case 'maxItems':
			return withLimit(path, 'too-large', Number(params['limit']));
		case 'pattern':
			return { field: path.join('.'), code: params['pattern'] === '\\S' ? 'blank' : 'wrong-format' };
		case 'format':
			return { field: path.join('.'), code: 'wrong-format' };
		case 'anyOf':
		case 'const':
		case 'enum':
			return { field: path.join('.'), code: 'not-offered' };
		default:
			return { field: path.join('.'), code: 'wrong-type' };
	}
}

function withLimit(path: readonly string[], code: FieldErrorCode, limit: number): FieldError {
	return { field: path.join('.'), code, limit };
}

function unescapePointer(part: string): string {
	return part.replaceAll('~1', '/').replaceAll('~0', '~');
}

/** When one field fails several ways, the most telling is said. */
const telling: readonly FieldErrorCode[] = [
	'required',
	'too-long',
	'too-short',
	'blank',
	'wrong-format',
	'not-offered',
];

function rank(code: FieldErrorCode): number {
	const index = telling.indexOf(code);
	return index === -1 ? telling.length : index;
}
