import { type Static, Type } from 'typebox';
import { endpoint } from './endpoint.ts';
import { Review } from './review.ts';
import { Id, Instant, nullable, PersonName, SessionId, text } from './values.ts';

/** Which sections a case has; see packages/methods/src/case-templates.ts. */
export const CaseTemplateId = Type.Union([Type.Literal('situation'), Type.Literal('critical-incident')]);
export type CaseTemplateId = Static<typeof CaseTemplateId>;

export const CaseSummary = Type.Object({
	id: Id,
	title: Type.String(),
	template: CaseTemplateId,
	sessionId: SessionId,
	group: Type.Object({ id: Id, name: Type.String() }),
	openedBy: PersonName,
	openedAt: Instant,
	/** `in-second-reading`: only its author and the second reader see it, until the latter has read it. */
	state: Type.Union([Type.Literal('open'), Type.Literal('in-second-reading')]),
	/** What I am in it. */
	part: Type.Union([Type.Literal('author'), Type.Literal('second-reader'), Type.Literal('member')]),
});
export type CaseSummary = Static<typeof CaseSummary>;

/** A case without its text: the text is at the websocket `/collab/<id>`. */
export const Case = Type.Intersect([
	CaseSummary,
	Type.Object({
		access: Type.Union([Type.Literal('write'), Type.Literal('read')]),
		/** Who reads it before the others; null when it is open, or when somebody else has to be asked. */
		secondReader: nullable(Type.Object({ accountId: Id, name: PersonName })),
		/** How many members of the group are absent from it: that is all that anyone is told. */
		absent: Type.Integer(),
	}),
]);
export type Case = Static<typeof Case>;

/** A text as it is shared: paragraphs, one a line, for each section that has any. No history travels. */
export const NewCase = Type.Object(
	{
		title: text(120),
		template: CaseTemplateId,
		sections: Type.Array(
			Type.Object(
				{ key: Type.String({ maxLength: 40 }), text: Type.String({ maxLength: 50_000 }) },
				{ additionalProperties: false },
			),
			{ maxItems: 20 },
		),
		review: Review,
		/** Asked for where the group wants a second reader: another member of it. */
		secondReaderId: Type.Optional(Id),
		/** Colleagues who must not see it; they are not told. */
		excluded: Type.Optional(Type.Array(Id, { maxItems: 12, uniqueItems: true })),
		/** Which pitch of mine in the queue of the group becomes this case. */
		pitchId: Type.Optional(Id),
	},
	{ additionalProperties: false },
);
export type NewCase = Static<typeof NewCase>;

const tag = 'cases';

export const openCase = endpoint({
	method: 'POST',
	path: '/api/sessions/:sessionId/cases',
	tag,
	summary: 'Share a reviewed text with my group, as a case of one of its sessions',
	status: 201,
	access: 'signed-in',
	params: Type.Object({ sessionId: SessionId }),
	body: NewCase,
	response: Case,
});

export const listMyCases = endpoint({
	method: 'GET',
	path: '/api/cases',
	tag,
	summary: 'The cases of my groups, newest first',
	status: 200,
	access: 'signed-in',
	response: Type.Object({ cases: Type.Array(CaseSummary) }),
});

export const readCase = endpoint({
	method: 'GET',
	path: '/api/cases/:caseId',
	tag,
	summary: 'A case, without its text',
	status: 200,
	access: 'signed-in',
	params: Type.Object({ caseId: Id }),
	response: Case,
});

export const renameCase = endpoint({
	method: 'PATCH',
	path: '/api/cases/:caseId',
	tag,
	summary: 'Give a case another title',
	status: 200,
	access: 'signed-in',
	params: Type.Object({ caseId: Id }),
	body: Type.Object({ title: text(120), review: Review }, { additionalProperties: false }),
	response: Case,
});

export const finishSecondReading = endpoint({
	method: 'POST',
	path: '/api/cases/:caseId/second-reading',
	tag,
	summary: 'As its second reader: I have read the text, and the group may see it',
	status: 200,
	access: 'signed-in',
	params: Type.Object({ caseId: Id }),
	body: Type.Object({ review: Review }, { additionalProperties: false }),
	response: Case,
});

export const askSecondReader = endpoint({
	method: 'PUT',
	path: '/api/cases/:caseId/second-reader',
	tag,
	summary: 'As its author: ask another colleague to read the text before the group sees it',
	status: 200,
	access: 'signed-in',
	params: Type.Object({ caseId: Id }),
	body: Type.Object({ accountId: Id }, { additionalProperties: false }),
	response: Case,
});

export const recuseMyself = endpoint({
	method: 'POST',
	path: '/api/cases/:caseId/recusal',
	tag,
	summary: 'I recognise the situation: I leave the case at once, and nobody is told who or why',
	status: 204,
	access: 'signed-in',
	params: Type.Object({ caseId: Id }),
});

/** Without an account and a name, and of colour 0: the whole group, in words that were gathered. */
const Author = Type.Object({
	clientId: Type.Integer(),
	accountId: nullable(Id),
	name: nullable(PersonName),
	colour: Type.Integer(),
});

export const listCaseAuthors = endpoint({
	method: 'GET',
	path: '/api/cases/:caseId/authors',
	tag,
	summary: 'Who wrote as which Yjs client, without the text',
	status: 200,
	access: 'signed-in',
	params: Type.Object({ caseId: Id }),
	response: Type.Object({ authors: Type.Array(Author) }),
});

const VersionName = text(80);

/** A version of the text that somebody kept. */
export const CaseVersion = Type.Object({
	id: Id,
	name: VersionName,
	/** Null when that account is gone. */
	keptBy: nullable(PersonName),
	keptAt: Instant,
});
export type CaseVersion = Static<typeof CaseVersion>;

/** A text outside the editor, to look at. */
export const CaseText = Type.Object({
	/** A Yjs update, in base64: the whole text, without anything that was deleted. */
	state: Type.String(),
	/** Who wrote as which Yjs client. */
	authors: Type.Array(Author),
});
export type CaseText = Static<typeof CaseText>;

const OfCase = Type.Object({ caseId: Id });
const OfVersion = Type.Object({ caseId: Id, versionId: Id });

export const readCaseText = endpoint({
	method: 'GET',
	path: '/api/cases/:caseId/text',
	tag,
	summary: 'The text of a case as it is on disk',
	status: 200,
	access: 'signed-in',
	params: OfCase,
	response: CaseText,
});

export const listVersions = endpoint({
	method: 'GET',
	path: '/api/cases/:caseId/versions',
	tag,
	summary: 'The versions of a case that were kept, newest first',
	status: 200,
	access: 'signed-in',
	params: OfCase,
	response: Type.Object({ versions: Type.Array(CaseVersion) }),
});

export const keepVersion = endpoint({
	method: 'POST',
	path: '/api/cases/:caseId/versions',
	tag,
	summary: 'Keep the text of a case as it is now, under a name',
	status: 201,
	access: 'signed-in',
	params: OfCase,
	body: Type.Object({ name: VersionName }, { additionalProperties: false }),
	response: CaseVersion,
});

export const readVersion = endpoint({
	method: 'GET',
	path: '/api/cases/:caseId/versions/:versionId',
	tag,
	summary: 'A version with its text',
	status: 200,
	access: 'signed-in',
	params: OfVersion,
	response: Type.Intersect([CaseVersion, CaseText]),
});

export const restoreVersion = endpoint({
	method: 'POST',
	path: '/api/cases/:caseId/versions/:versionId/restoration',
	tag,
	summary: 'Go back to a version, as a new change; the text before is kept as a version first',
	status: 201,
	access: 'signed-in',
	params: OfVersion,
	body: Type.Object({ keepAs: VersionName }, { additionalProperties: false }),
	response: CaseVersion,
});

export const eraseCaseHistory = endpoint({
	method: 'POST',
	path: '/api/cases/:caseId/erasures',
	tag,
	summary: 'Erase for good what was deleted, all versions, and the text of the sections named',
	status: 204,
	access: 'signed-in',
	params: OfCase,
	body: Type.Object(
		{ sections: Type.Array(Type.String({ maxLength: 40 }), { maxItems: 20 }) },
		{ additionalProperties: false },
	),
});
