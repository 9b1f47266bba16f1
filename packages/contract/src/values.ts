/** The small values that requests and responses are made of. */
import { type Static, type TSchema, Type } from 'typebox';

export const Id = Type.String({ format: 'uuid' });

/** Stored lower-case; compared without regard to case. */
export const Email = Type.String({ format: 'email', minLength: 1, maxLength: 254 });

/** What a person is called in groups, at least one visible character. */
export const PersonName = Type.String({ minLength: 1, maxLength: 80, pattern: '\\S' });

/** At least 12 characters, no rules of composition (NIST SP 800-63B, 5.1.1.2). */
export const NewPassword = Type.String({ minLength: 12, maxLength: 200 });

export const Language = Type.Union([Type.Literal('fr'), Type.Literal('en')]);
export type Language = Static<typeof Language>;

/** An IANA time zone; the service checks that it exists. */
export const TimeZone = Type.String({ minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9_+/-]+$' });

/** An instant in UTC, ISO 8601. Leap seconds, which that knows, are none of ours: no clock here can show one. */
export const Instant = Type.String({ format: 'date-time', pattern: '^[^:]+:[^:]+:[0-5][0-9]' });

/** A day on the calendar, `2026-11-24`. */
export const LocalDate = Type.String({ format: 'date', minLength: 1 });

/** A time on the wall, `18:30`. */
export const LocalTime = Type.String({ minLength: 1, pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' });

/**
 * One meeting of a group: its series and the day the series gives it (`<series id>.2026-11-24`).
 * The day is the series' own even if the meeting is moved later (as RECURRENCE-ID in RFC 5545).
 */
export const SessionId = Type.String({
	pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.[0-9]{4}-[0-9]{2}-[0-9]{2}$',
});

/** Words written by people, never blank. */
export function text(maxLength: number): ReturnType<typeof Type.String> {
	return Type.String({ minLength: 1, maxLength, pattern: '\\S' });
}

/**
 * A name that people write, which stands in lists, subjects of mails and titles of calendars: never blank,
 * on one line, and nothing in it that turns the text around it about (bidirectional overrides).
 */
export function nameText(maxLength: number): ReturnType<typeof Type.String> {
	return Type.String({
		minLength: 1,
		maxLength,
		pattern: '\\S',
		allOf: [{ pattern: '^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028-\\u202e\\u2066-\\u2069]*$' }],
	});
}

export function nullable<T extends TSchema>(schema: T) {
	return Type.Union([schema, Type.Null()]);
}

/** One of a list of words; a union of a list has no type of its own, so it is said beside it. */
export function oneOf<const T extends readonly string[]>(values: T) {
	return Type.Unsafe<T[number]>(Type.Union(values.map((value) => Type.Literal(value))));
}
