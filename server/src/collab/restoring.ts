/** Going back to a version as a new change: nothing of what came since is lost, everybody sees it happen. */
import * as Y from 'yjs';

type Block = Y.XmlElement | Y.XmlText | Y.XmlHook;

/**
 * The change that makes these sections read as they did in `version`. Blocks that are the same at
 * the beginning and the end stay as they are, with who wrote them.
 */
export function restoringUpdate(
	state: Uint8Array,
	version: Uint8Array,
	sections: readonly string[],
): Uint8Array {
	const now = new Y.Doc();
	const then = new Y.Doc();
	try {
		Y.applyUpdate(now, state);
		Y.applyUpdate(then, version);
		const before = Y.encodeStateVector(now);
		now.transact(() => {
			for (const name of sections) restoreSection(now.getXmlFragment(name), then.getXmlFragment(name));
		});
		return Y.encodeStateAsUpdate(now, before);
	} finally {
		now.destroy();
		then.destroy();
	}
}

function restoreSection(now: Y.XmlFragment, then: Y.XmlFragment): void {
	const current = now.toArray() as Block[];
	const wanted = then.toArray() as Block[];
	let start = 0;
	while (start < Math.min(current.length, wanted.length) && isSame(current[start], wanted[start])) start++;
	let end = 0;
	while (
		end < Math.min(current.length, wanted.length) - start &&
		isSame(current[current.length - 1 - end], wanted[wanted.length - 1 - end])
	)
		end++;
	now.delete(start, current.length - start - end);
	now.insert(
		start,
		wanted.slice(start, wanted.length - end).map((block) => block.clone() as Y.XmlElement | Y.XmlText),
	);
}

/** Compared as structure: their text form is ambiguous. */
function isSame(one: Block | undefined, other: Block | undefined): boolean {
	if (one instanceof Y.XmlText && other instanceof Y.XmlText)
		return JSON.stringify(one.toDelta()) === JSON.stringify(other.toDelta());
	if (!(one instanceof Y.XmlElement) || !(other instanceof Y.XmlElement)) return false;
	if (one.nodeName !== other.nodeName || one.length !== other.length) return false;
	const others = other.toArray() as Block[];
	return (one.toArray() as Block[]).every((block, index) => isSame(block, others[index]));
}
