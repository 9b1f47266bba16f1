/** What may happen to people's places in a group. Reasons are the contract's conflict reasons. */

/**
 * Why a member cannot leave, be removed or step down, or null. A group is never left without somebody
 * to hold it.
 */
export function whyNotWithout(
	member: { readonly role: 'facilitator' | 'member' },
	group: { readonly facilitatorCount: number; readonly memberCount: number },
): 'last-facilitator' | null {
	const last = member.role === 'facilitator' && group.facilitatorCount === 1;
	return last && group.memberCount > 1 ? 'last-facilitator' : null;
}
