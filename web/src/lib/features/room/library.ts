import { everyMethod } from '@entrepairs/methods/library';
import type { Method } from '@entrepairs/methods/method';

/** What a group can choose: the ways in which it says it works first. */
export function libraryOf(usual: readonly string[]): { readonly ref: string; readonly method: Method }[] {
	const isUsual = (id: string) => (usual.includes(id) ? 0 : 1);
	return everyMethod()
		.map(({ id, method }) => ({ ref: id, method }))
		.sort((a, b) => isUsual(a.ref) - isUsual(b.ref));
}
