import { type Static, Type } from 'typebox';
import { endpoint } from './endpoint.ts';
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
});
export type CaseSummary = Static<typeof CaseSummary>;

/** A case without its text: the text is at the websocket `/collab/<id>`. */
export const Case = Type.Intersect([
	CaseSummary,
	Type.Object({ access: Type.Union([Type.Literal('write'), Type.Literal('read')]) }),
]);
export type Case = Static<typeof Case>;

export const NewCase = Type.Object(
	{ title: text(120), template: CaseTemplateId },
	{ additionalProperties: false },
);
export type NewCase = Static<typeof NewCase>;

const tag = 'cases';

export const openCase = endpoint({
	method: 'POST',
	path: '/api/sessions/:sessionId/cases',
	tag,
	summary: 'Open a case in a session of my group',
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
	body: Type.Object({ title: text(120) }, { additionalProperties: false }),
	response: Case,
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
	authors: Type.Array(
		Type.Object({ clientId: Type.Integer(), accountId: Id, name: PersonName, colour: Type.Integer() }),
	),
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
