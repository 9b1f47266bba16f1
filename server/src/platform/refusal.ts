/**
 * What people can cause is a value, not an exception: services return a `Refusal` and the HTTP
 * layer turns it into problem details (see http.ts), the screen into words.
 */
import type { ConflictReason, FieldError, FieldErrorCode, ProblemCode } from '@entrepairs/contract/problem';

export class Refusal {
	readonly code: ProblemCode;
	readonly reason: ConflictReason | undefined;
	readonly errors: readonly FieldError[] | undefined;
	readonly retryAfterSeconds: number | undefined;

	constructor(
		code: ProblemCode,
		details: { reason?: ConflictReason; errors?: readonly FieldError[]; retryAfterSeconds?: number } = {},
	) {
		this.code = code;
		this.reason = details.reason;
		this.errors = details.errors;
		this.retryAfterSeconds = details.retryAfterSeconds;
	}
}

export const notFound = new Refusal('not-found');
export const notAllowed = new Refusal('not-allowed');
/** For members, who may know of the room but have not signed the charter in force. */
export const charterUnsigned = new Refusal('not-allowed', { reason: 'charter-unsigned' });

export function conflict(reason: ConflictReason): Refusal {
	return new Refusal('conflict', { reason });
}

/** One field that the schema could not judge alone. */
export function invalid(field: string, code: FieldErrorCode, limit?: number): Refusal {
	return new Refusal('invalid-input', {
		errors: [limit === undefined ? { field, code } : { field, code, limit }],
	});
}
