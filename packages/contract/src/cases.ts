import { type Static, Type } from 'typebox';
import { endpoint } from './endpoint.ts';
import { Id, Instant, PersonName, SessionId, text } from './values.ts';

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
