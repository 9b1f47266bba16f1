import { type Static, Type } from 'typebox';
import { endpoint } from './endpoint.ts';
import { Email, Id, Language, NewPassword, nameText, PersonName, TimeZone } from './values.ts';

export const OrganisationRole = Type.Union([Type.Literal('practitioner'), Type.Literal('moderator')]);
export type OrganisationRole = Static<typeof OrganisationRole>;

/** The signed-in person, as only they see themselves. */
export const Me = Type.Object({
	id: Id,
	email: Email,
	name: PersonName,
	language: Language,
	timeZone: TimeZone,
	organisations: Type.Array(Type.Object({ id: Id, name: Type.String(), role: OrganisationRole })),
});
export type Me = Static<typeof Me>;

export const SignUp = Type.Object(
	{ email: Email, name: nameText(80), password: NewPassword, language: Language, timeZone: TimeZone },
	{ additionalProperties: false },
);
export type SignUp = Static<typeof SignUp>;

export const SignIn = Type.Object(
	{ email: Email, password: Type.String({ minLength: 1, maxLength: 200 }) },
	{ additionalProperties: false },
);
export type SignIn = Static<typeof SignIn>;

export const ProfileChange = Type.Object(
	{
		name: Type.Optional(nameText(80)),
		language: Type.Optional(Language),
		timeZone: Type.Optional(TimeZone),
	},
	{ additionalProperties: false, minProperties: 1 },
);
export type ProfileChange = Static<typeof ProfileChange>;

const tag = 'accounts';

export const signUp = endpoint({
	method: 'POST',
	path: '/api/accounts',
	tag,
	summary: 'Open an account and sign in',
	status: 201,
	access: 'public',
	body: SignUp,
	response: Me,
});

export const signIn = endpoint({
	method: 'POST',
	path: '/api/session',
	tag,
	summary: 'Sign in: sets the session cookie',
	status: 200,
	access: 'public',
	body: SignIn,
	response: Me,
});

export const signOut = endpoint({
	method: 'DELETE',
	path: '/api/session',
	tag,
	summary: 'Sign out here, or everywhere with ?everywhere=true',
	status: 204,
	access: 'public',
	query: Type.Object({
		everywhere: Type.Optional(Type.Union([Type.Literal('true'), Type.Literal('false')])),
	}),
});

export const readMe = endpoint({
	method: 'GET',
	path: '/api/me',
	tag,
	summary: 'The signed-in person',
	status: 200,
	access: 'signed-in',
	response: Me,
});

export const changeMe = endpoint({
	method: 'PATCH',
	path: '/api/me',
	tag,
	summary: 'Change name, language or time zone',
	status: 200,
	access: 'signed-in',
	body: ProfileChange,
	response: Me,
});
