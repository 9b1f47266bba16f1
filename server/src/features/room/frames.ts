/**
 * What a window sends, read. Whoever breaks the protocol is cut; an action that has the right form and
 * a value that is not offered is answered, so that the page can say what is wrong.
 */
import { FromClient, Press, RoomAction } from '@entrepairs/contract/room';
import { type TSchema, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { fieldErrors, type ValidatorError } from '../../platform/field-errors.ts';
import { Refusal } from '../../platform/refusal.ts';

const frames = Compile(FromClient);
/** An action that is meant for an answer, whatever is in it. */
const envelope = Compile(
	Type.Object(
		{
			type: Type.Literal('act'),
			id: Type.Integer({ minimum: 1 }),
			press: Type.Optional(Press),
			action: Type.Object({ do: Type.String() }),
		},
		{ additionalProperties: false },
	),
);
/** The actions by their names, so that what is wrong is said of the one that was meant. */
const actions = new Map(
	(RoomAction as TSchema & { anyOf: (TSchema & { properties: { do: { const: string } } })[] }).anyOf.map(
		(one) => [one.properties.do.const, Compile(one)],
	),
);

export type Read =
	| FromClient
	| { readonly type: 'wrong-action'; readonly id: number; readonly refusal: Refusal };

/** Null for what cannot be understood. */
export function readFrame(data: string): Read | null {
	let value: unknown;
	try {
		value = JSON.parse(data);
	} catch {
		return null;
	}
	if (frames.Check(value)) return value;
	if (!envelope.Check(value)) return null;
	const action = actions.get(value.action.do);
	if (action === undefined) return null;
	const found = fieldErrors({ validation: action.Errors(value.action).flatMap(asAjv) });
	const refusal = new Refusal('invalid-input', { errors: found?.errors ?? [] });
	return { type: 'wrong-action', id: value.id, refusal };
}

type CompiledError = ReturnType<ReturnType<typeof Compile>['Errors']>[number];

/** In the form of the validator of HTTP bodies, so that both say the same: one error a property. */
function asAjv(error: CompiledError): ValidatorError[] {
	const { keyword, instancePath, schemaPath } = error;
	const params = error.params as Readonly<Record<string, unknown>>;
	const each = (names: unknown, as: string) =>
		(names as readonly string[]).map((name) => ({
			keyword,
			instancePath,
			schemaPath,
			params: { [as]: name },
		}));
	switch (keyword) {
		case 'boolean':
			return [];
		case 'required':
			return each(params['requiredProperties'], 'missingProperty');
		case 'additionalProperties':
			return each(params['additionalProperties'], 'additionalProperty');
		case 'anyOf':
			return [{ keyword, instancePath, schemaPath: `${schemaPath}/anyOf`, params }];
		default:
			return [{ keyword, instancePath, schemaPath, params }];
	}
}
