import { type Static, Type } from 'typebox';
import { endpoint } from './endpoint.ts';
import { GroupParams } from './groups.ts';
import { Id, Instant, nullable, PersonName, text } from './values.ts';

/** A part of a charter. `key` says which part it is from one version to the next. */
export const CharterSection = Type.Object(
	{
		key: Type.String({ pattern: '^[a-z0-9-]{1,40}$' }),
		title: text(80),
		text: text(5000),
	},
	{ additionalProperties: false },
);
export type CharterSection = Static<typeof CharterSection>;

/** A version without its text. */
export const CharterVersionSummary = Type.Object({
	id: Id,
	number: Type.Integer(),
	/** What is new in a word; null for the first version. */
	change: nullable(Type.String()),
	/** Null when that account is gone. */
	publishedBy: nullable(PersonName),
	publishedAt: Instant,
	inForceFrom: Instant,
	/** SHA-256 of the text, in hexadecimal: what a signature is given to. */
	digest: Type.String(),
});
export type CharterVersionSummary = Static<typeof CharterVersionSummary>;

export const CharterVersion = Type.Intersect([
	CharterVersionSummary,
	Type.Object({ sections: Type.Array(CharterSection) }),
]);
export type CharterVersion = Static<typeof CharterVersion>;

/** The latest signature of somebody who is in the group. */
export const CharterSignature = Type.Object({
	accountId: Id,
	name: PersonName,
	versionId: Id,
	number: Type.Integer(),
	signedAt: Instant,
});
export type CharterSignature = Static<typeof CharterSignature>;

export const Charter = Type.Object({
	/** The last version that was published; null when the group has no charter. */
	latest: nullable(CharterVersion),
	/** The version that counts now; it may be an older one. */
	inForce: nullable(CharterVersionSummary),
	/** Where the reader stands; null for a moderator who is not of the group. */
	mine: nullable(
		Type.Object({
			/** The last version they signed in this stay, with its text, to compare. */
			signed: nullable(CharterVersion),
			signedAt: nullable(Instant),
			/** The latest version waits for their signature. */
			toSign: Type.Boolean(),
			/** They may enter the room. */
			mayEnter: Type.Boolean(),
		}),
	),
	mayEdit: Type.Boolean(),
	signatures: Type.Array(CharterSignature),
	/** Members who have not signed the latest version. */
	waiting: Type.Array(Type.Object({ accountId: Id, name: PersonName })),
	/** Newest first. */
	versions: Type.Array(CharterVersionSummary),
});
export type Charter = Static<typeof Charter>;

export const NewCharterVersion = Type.Object(
	{
		sections: Type.Array(CharterSection, { minItems: 1, maxItems: 12 }),
		/** What is new since the version before, in a word; not for the first one. */
		change: Type.Optional(text(200)),
		/** The number of the version that was being changed; 0 for the first. */
		basedOn: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
	},
	{ additionalProperties: false },
);
export type NewCharterVersion = Static<typeof NewCharterVersion>;

export const CharterToSign = Type.Object({
	group: Type.Object({ id: Id, name: Type.String() }),
	number: Type.Integer(),
	inForceFrom: Instant,
	/** The room is closed to the reader until they sign. */
	closed: Type.Boolean(),
});
export type CharterToSign = Static<typeof CharterToSign>;

const tag = 'charters';
const VersionParams = Type.Object({ groupId: Id, versionId: Id });

export const readCharter = endpoint({
	method: 'GET',
	path: '/api/groups/:groupId/charter',
	tag,
	summary: 'The charter of a group and who signed it, for its members and the moderators of its organisation',
	status: 200,
	access: 'signed-in',
	params: GroupParams,
	response: Charter,
});

export const readCharterVersion = endpoint({
	method: 'GET',
	path: '/api/groups/:groupId/charter/versions/:versionId',
	tag,
	summary: 'One version of the charter, and the one before it',
	status: 200,
	access: 'signed-in',
	params: VersionParams,
	response: Type.Object({ version: CharterVersion, before: nullable(CharterVersion) }),
});

export const publishCharter = endpoint({
	method: 'POST',
	path: '/api/groups/:groupId/charter/versions',
	tag,
	summary: 'Publish a new version of the charter; for facilitators. In force from the next session',
	status: 201,
	access: 'signed-in',
	params: GroupParams,
	body: NewCharterVersion,
	response: CharterVersion,
});

export const signCharter = endpoint({
	method: 'POST',
	path: '/api/groups/:groupId/charter/versions/:versionId/signature',
	tag,
	summary: 'Sign a version of the charter of my group; the latest one only',
	status: 201,
	access: 'signed-in',
	params: VersionParams,
	body: Type.Object({ read: Type.Literal(true) }, { additionalProperties: false }),
	response: CharterSignature,
});

export const listChartersToSign = endpoint({
	method: 'GET',
	path: '/api/charters-to-sign',
	tag,
	summary: 'The charters of my groups that wait for my signature',
	status: 200,
	access: 'signed-in',
	response: Type.Object({ charters: Type.Array(CharterToSign) }),
});
