/** What is sealed with a person's key: their statement in a group, and their answer to a question. */
import type { ConflictAnswer, NewConflictStatement } from '@entrepairs/contract/conflicts';
import { type DataKey, seal, unseal } from '../../platform/crypto.ts';

interface OfStatement {
	readonly groupId: string;
	readonly accountId: string;
}
interface OfAnswer {
	readonly questionId: string;
	readonly accountId: string;
}
interface Answer {
	readonly answer: ConflictAnswer;
	readonly word: string | null;
}

const statementContext = ({ groupId, accountId }: OfStatement) =>
	`conflict-statement:${groupId}:${accountId}`;
const answerContext = ({ questionId, accountId }: OfAnswer) => `conflict-answer:${questionId}:${accountId}`;

export function sealStatement(key: DataKey, of: OfStatement, said: NewConflictStatement): Uint8Array {
	return seal(key, Buffer.from(JSON.stringify(said)), statementContext(of));
}

export function openStatement(key: DataKey, of: OfStatement, sealed: Uint8Array): NewConflictStatement {
	return parsed(unseal(key, sealed, statementContext(of)));
}

export function sealAnswer(key: DataKey, of: OfAnswer, said: Answer): Uint8Array {
	return seal(key, Buffer.from(JSON.stringify(said)), answerContext(of));
}

export function openAnswer(key: DataKey, of: OfAnswer, sealed: Uint8Array): Answer {
	return parsed(unseal(key, sealed, answerContext(of)));
}

function parsed<T>(bytes: Uint8Array): T {
	return JSON.parse(Buffer.from(bytes).toString('utf8')) as T;
}
