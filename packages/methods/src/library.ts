/** The methods that come with the service, by their names. */
import { codevelopment } from './library/codevelopment.ts';
import type { Method } from './method.ts';
import { type MethodId, methodIds } from './methods.ts';

export const library = Object.fromEntries(methodIds.map((id) => [id, codevelopment])) as Record<
	MethodId,
	Method
>;
