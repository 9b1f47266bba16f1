/** What may happen to people's places in a group. Reasons are the contract's conflict reasons. */

export interface GroupNow {
	readonly memberCount: number;
	readonly capacity: number;
}

/** Why someone cannot be taken into a group now, or null. */
export function whyNotAdmitted(
	group: GroupNow,
	applicant: { readonly isMember: boolean },
): 'already-member' | 'group-full' | null {
	if (applicant.isMember) return 'already-member';
	return group.memberCount >= group.capacity ? 'group-full' : null;
}

/** Why a member cannot be removed, or null. A group is never left without somebody to hold it. */
export function whyNotRemoved(
	member: { readonly role: 'facilitator' | 'member' },
	group: { readonly facilitatorCount: number; readonly memberCount: number },
): 'last-facilitator' | null {
	const last = member.role === 'facilitator' && group.facilitatorCount === 1;
	return last && group.memberCount > 1 ? 'last-facilitator' : null;
}
