/**
 * The methods of a group: those of the library, which nobody changes, and its own copies, in numbered
 * versions. A session keeps the version that it ran.
 */
import { Method } from '@entrepairs/methods/method';
import { type Static, Type } from 'typebox';
import { endpoint } from './endpoint.ts';
import { Method as MethodId } from './group-profile.ts';
import { MethodRef } from './room.ts';
import { Id, Instant, nameText, nullable, PersonName } from './values.ts';

/** A method in a list. */
export const MethodSummary = Type.Object({
	ref: MethodRef,
	/** The method of the library that it is, or was copied from. */
	basedOn: MethodId,
	isOwn: Type.Boolean(),
	name: Method.properties.name,
	purpose: Method.properties.purpose,
	people: Method.properties.people,
	minutes: Type.Integer(),
	clock: Method.properties.clock,
	advice: Method.properties.advice,
	frame: Method.properties.frame,
	rounds: Method.properties.rounds,
	overDays: Type.Boolean(),
	stageCount: Type.Integer(),
	/** One of those that the group says it works with. */
	isOfGroup: Type.Boolean(),
	/** Own copies only: no longer offered to sessions since then. */
	retiredAt: nullable(Instant),
	changedAt: nullable(Instant),
});
export type MethodSummary = Static<typeof MethodSummary>;

const Version = Type.Integer({ minimum: 1, maximum: 1_000_000 });

export const MethodDetail = Type.Object({
	ref: MethodRef,
	basedOn: MethodId,
	isOwn: Type.Boolean(),
	/** The version that is shown; those of the library are 1. */
	version: Version,
	definition: Method,
	retiredAt: nullable(Instant),
	/** Newest first, as far as they are kept; empty in the library. */
	versions: Type.Array(
		Type.Object({
			number: Version,
			/** Null when that account is gone. */
			changedBy: nullable(PersonName),
			changedAt: Instant,
		}),
	),
	/** The reader may copy it, and change it where it is the group's own. */
	mayChange: Type.Boolean(),
});
export type MethodDetail = Static<typeof MethodDetail>;

const tag = 'methods';
const OfGroup = Type.Object({ groupId: Id });
const OfMethod = Type.Object({ groupId: Id, ref: MethodRef });

export const listMethods = endpoint({
	method: 'GET',
	path: '/api/groups/:groupId/methods',
	tag,
	summary: 'The methods of a group: its own first, then those it says it works with, then the others',
	status: 200,
	access: 'signed-in',
	params: OfGroup,
	response: Type.Object({ methods: Type.Array(MethodSummary), mayChange: Type.Boolean() }),
});

export const readMethod = endpoint({
	method: 'GET',
	path: '/api/groups/:groupId/methods/:ref',
	tag,
	summary: 'A method of the library or of the group, with its stages; an earlier version on request',
	status: 200,
	access: 'signed-in',
	params: OfMethod,
	query: Type.Object(
		{ version: Type.Optional(Type.String({ pattern: '^[1-9][0-9]{0,5}$' })) },
		{ additionalProperties: false },
	),
	response: MethodDetail,
});

export const copyMethod = endpoint({
	method: 'POST',
	path: '/api/groups/:groupId/methods',
	tag,
	summary: 'Copy a method for the group, under a name of its own; for its facilitators',
	status: 201,
	access: 'signed-in',
	params: OfGroup,
	body: Type.Object({ from: MethodRef, name: nameText(80) }, { additionalProperties: false }),
	response: MethodDetail,
});

export const changeMethod = endpoint({
	method: 'PUT',
	path: '/api/groups/:groupId/methods/:ref',
	tag,
	summary: 'Change a method of the group, which makes a new version; for its facilitators',
	status: 200,
	access: 'signed-in',
	params: OfMethod,
	body: Type.Object(
		{
			/** The version that was being changed. */
			basedOn: Version,
			definition: Method,
		},
		{ additionalProperties: false },
	),
	response: MethodDetail,
});

export const retireMethod = endpoint({
	method: 'PUT',
	path: '/api/groups/:groupId/methods/:ref/retirement',
	tag,
	summary: 'No longer offer a method of the group to its sessions, or offer it again; for its facilitators',
	status: 200,
	access: 'signed-in',
	params: OfMethod,
	body: Type.Object({ retired: Type.Boolean() }, { additionalProperties: false }),
	response: MethodDetail,
});
