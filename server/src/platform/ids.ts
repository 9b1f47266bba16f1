/** Identifiers: random for what must not be guessed, made in one place. */
import { randomUUID } from 'node:crypto';

export function newId(): string {
	return randomUUID();
}
