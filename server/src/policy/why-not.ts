import { conflict, notAllowed, notFound, type Refusal } from '../platform/refusal.ts';
import { can, type OfGroup } from './policy.ts';
import type { Standing } from './standing.ts';

/**
 * The refusal for what somebody may not do in a group: not found for who may not know of it, over
 * when it has come to an end, not allowed otherwise.
 */
export function whyNotIn(who: Standing, group: OfGroup): Refusal {
	if (!can(who, 'group.read', group)) return notFound;
	return who.ended.has(group.groupId) ? conflict('group-ended') : notAllowed;
}
