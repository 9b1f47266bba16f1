/** The methods that come with the house, by name. */
import { codevelopment } from './library/codevelopment.ts';
import type { Method } from './method.ts';
import { type MethodId, methodIds } from './methods.ts';

const library: Readonly<Partial<Record<MethodId, Method>>> = { codevelopment };

/** A method of the library; null where none is called so. */
export function methodOf(id: string): Method | null {
	return library[id as MethodId] ?? null;
}

/** All of them, in the order in which they are shown. */
export function everyMethod(): readonly { readonly id: MethodId; readonly method: Method }[] {
	return methodIds.flatMap((id) => {
		const method = library[id];
		return method === undefined ? [] : [{ id, method }];
	});
}
