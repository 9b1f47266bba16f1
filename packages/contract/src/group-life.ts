/** A group pauses, resumes and ends. */
import { type Static, Type } from 'typebox';
import { endpoint } from './endpoint.ts';
import { GroupDetail, GroupParams, GroupPause } from './groups.ts';
import { text } from './values.ts';

const tag = 'groups';

export const NewPause = Type.Object(GroupPause.properties, { additionalProperties: false });

/** The group's own name, typed, says that it is meant. */
export const GroupEnd = Type.Object(
	{ confirmation: text(80), reason: text(500) },
	{ additionalProperties: false },
);
export type GroupEnd = Static<typeof GroupEnd>;

export const pauseGroup = endpoint({
	method: 'PUT',
	path: '/api/groups/:groupId/pause',
	tag,
	summary: 'Hold no sessions from a day, until a day or until the group resumes',
	status: 200,
	access: 'signed-in',
	params: GroupParams,
	body: NewPause,
	response: GroupDetail,
});

export const resumeGroup = endpoint({
	method: 'DELETE',
	path: '/api/groups/:groupId/pause',
	tag,
	summary: 'Hold sessions again, from today',
	status: 200,
	access: 'signed-in',
	params: GroupParams,
	response: GroupDetail,
});

export const endGroup = endpoint({
	method: 'POST',
	path: '/api/groups/:groupId/end',
	tag,
	summary: 'End a group: its members keep reading, nothing new can be planned, asked or opened',
	status: 200,
	access: 'signed-in',
	params: GroupParams,
	body: GroupEnd,
	response: GroupDetail,
});
