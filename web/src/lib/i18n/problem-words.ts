/** Says a refusal in the reader's language. */
import type { FieldError } from '@entrepairs/contract/problem';
import type { Failure } from '../api/call.ts';
import type { Messages } from './fr.ts';

export function problemWords(t: Messages, problem: Failure): string {
	switch (problem.code) {
		case 'invalid-input':
			return t.problems.summary(problem.errors?.length ?? 1);
		case 'conflict':
			return problem.reason === undefined ? t.problems.internal : t.problems.reasons[problem.reason];
		case 'wrong-credentials':
			return t.problems.wrongCredentials;
		case 'not-allowed':
			return problem.reason === undefined ? t.problems.notAllowed : t.problems.reasons[problem.reason];
		case 'foreign-origin':
			return t.problems.notAllowed;
		case 'not-found':
			return t.problems.notFound;
		case 'signed-out':
			return t.problems.signedOut;
		case 'too-many-requests':
			return t.problems.tooMany(problem.retryAfterSeconds ?? 60);
		case 'body-too-large':
			return t.problems.tooLarge;
		case 'offline':
			return t.problems.offline;
		case 'unavailable':
			return t.problems.unavailable;
		default:
			return t.problems.internal;
	}
}

export function fieldWords(t: Messages, error: FieldError): string {
	return t.problems.fields[error.code](error.limit ?? 0);
}
