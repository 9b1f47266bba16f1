/** When someone may be in danger: what the organisation wants its rooms to show. */
import { DangerGuide } from '@entrepairs/methods/dangers';
import { type Static, Type } from 'typebox';
import { endpoint } from './endpoint.ts';
import { Id, LocalDate, nullable, SessionId } from './values.ts';

export const GuideInForce = Type.Object({
	content: DangerGuide,
	/** 0: nobody has written an own one, and the usual one is shown. */
	revision: Type.Integer({ minimum: 0 }),
	/** When the organisation last checked it; null: never yet. */
	checkedOn: nullable(LocalDate),
	organisation: Type.String(),
});
export type GuideInForce = Static<typeof GuideInForce>;

const tag = 'dangers';
const OfOrganisation = Type.Object({ organisationId: Id });

export const readSessionGuide = endpoint({
	method: 'GET',
	path: '/api/sessions/:sessionId/danger-guide',
	tag,
	summary: 'What to know and whom to call when someone may be in danger, for the members of the group',
	status: 200,
	access: 'signed-in',
	params: Type.Object({ sessionId: SessionId }),
	response: GuideInForce,
});

export const readGuide = endpoint({
	method: 'GET',
	path: '/api/organisations/:organisationId/danger-guide',
	tag,
	summary: 'The same, to those who moderate the organisation',
	status: 200,
	access: 'signed-in',
	params: OfOrganisation,
	response: GuideInForce,
});

export const writeGuide = endpoint({
	method: 'PUT',
	path: '/api/organisations/:organisationId/danger-guide',
	tag,
	summary: 'Change it, and say that it was checked today; for those who moderate the organisation',
	status: 200,
	access: 'signed-in',
	params: OfOrganisation,
	body: Type.Object(
		{
			content: DangerGuide,
			/** Every number and text was looked at today. */
			isChecked: Type.Boolean(),
			/** The revision that was read: what somebody else changed meanwhile is not overwritten. */
			basedOn: Type.Integer({ minimum: 0 }),
		},
		{ additionalProperties: false },
	),
	response: GuideInForce,
});
