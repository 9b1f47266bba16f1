/**
 * The methods that a group can work with: those of the library, which are the same for everybody, and its
 * own copies. A copy has numbered versions; each change is one more, made against the one before. Sessions
 * take the latest when the method is chosen (`find`) and keep it whole, so that no change reaches what has
 * begun.
 */
import { isDeepStrictEqual } from 'node:util';
import type { MethodDetail, MethodSummary } from '@entrepairs/contract/methods';
import { checkMethod } from '@entrepairs/domain/method/check';
import { library } from '@entrepairs/methods/library';
import type { Method } from '@entrepairs/methods/method';
import { type MethodId, methodIds } from '@entrepairs/methods/methods';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Trx } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { conflict, notAllowed, notFound, Refusal } from '../../platform/refusal.ts';
import { transact } from '../../platform/transact.ts';
import { can } from '../../policy/policy.ts';
import { standingOf } from '../../policy/standing.ts';
import { holdGroup, methodsOf, organisationOf } from '../groups/frame.ts';
import {
	countMethods,
	definitionOf,
	insertMethod,
	insertVersion,
	lockMethod,
	type OwnMethodRow,
	ownMethods,
	setRetired,
	versionsOf,
} from './store.ts';

/** A method as a session takes it. */
export interface FoundMethod {
	readonly definition: Method;
	readonly version: number;
}

export interface MethodsService {
	/** For members, and for moderators of the organisation: it is the frame. */
	list(
		accountId: string,
		groupId: string,
	): Promise<{ methods: MethodSummary[]; mayChange: boolean } | Refusal>;
	/** Without a version: the latest. */
	read(accountId: string, groupId: string, ref: string, version?: number): Promise<MethodDetail | Refusal>;
	copy(
		accountId: string,
		groupId: string,
		input: { readonly from: string; readonly name: string },
	): Promise<MethodDetail | Refusal>;
	/** A new version. Refused when another came in between; what changes nothing makes none. */
	change(
		accountId: string,
		groupId: string,
		ref: string,
		input: { readonly basedOn: number; readonly definition: Method },
	): Promise<MethodDetail | Refusal>;
	retire(accountId: string, groupId: string, ref: string, retired: boolean): Promise<MethodDetail | Refusal>;
	/**
	 * What a session of the group that chooses it runs: a method of the library, or the latest version of one
	 * of its own that is still offered. Whoever holds a transaction asks in it.
	 */
	find(groupId: string, ref: string, within?: Trx): Promise<FoundMethod | null>;
}

/** Retired ones count: they can be brought back. */
const MOST_METHODS = 100;

export function createMethodsService(deps: { readonly db: Db; readonly clock: Clock }): MethodsService {
	const { db, clock } = deps;

	/** Refused for those who may not know of the group. */
	async function access(accountId: string, groupId: string) {
		const [who, organisationId] = await Promise.all([
			standingOf(db, accountId, clock.now()),
			organisationOf(db, groupId),
		]);
		const subject = { groupId, organisationId: organisationId ?? '' };
		if (organisationId === undefined || !can(who, 'method.read', subject)) return notFound;
		return { mayChange: can(who, 'method.change', subject) };
	}

	/** A method of the group that the person may change. Those of the library are nobody's to change. */
	async function changeable(accountId: string, groupId: string, ref: string) {
		const found = await access(accountId, groupId);
		if (found instanceof Refusal) return found;
		if (!isOfLibrary(ref) && (await ownMethods(db, groupId, idOf(ref))).length === 0) return notFound;
		return isOfLibrary(ref) || !found.mayChange ? notAllowed : found;
	}

	async function detail(own: OwnMethodRow, mayChange: boolean, within: Db | Trx): Promise<MethodDetail> {
		return {
			ref: own.id,
			basedOn: own.basedOn,
			isOwn: true,
			version: own.version,
			definition: own.definition,
			retiredAt: own.retiredAt?.toISOString() ?? null,
			versions: (await versionsOf(within, own.id)).map((one) => ({
				...one,
				changedAt: one.changedAt.toISOString(),
			})),
			mayChange,
		};
	}

	async function only(within: Db | Trx, groupId: string, ref: string): Promise<OwnMethodRow | undefined> {
		return (await ownMethods(within, groupId, idOf(ref)))[0];
	}

	return {
		async list(accountId, groupId) {
			const found = await access(accountId, groupId);
			if (found instanceof Refusal) return found;
			const [own, preferred] = await Promise.all([ownMethods(db, groupId), methodsOf(db, groupId)]);
			const ofLibrary = methodIds
				.map((id) => summaryOfLibrary(id, preferred.includes(id)))
				.sort((a, b) => Number(b.isOfGroup) - Number(a.isOfGroup));
			return { methods: [...own.map(summaryOfOwn), ...ofLibrary], mayChange: found.mayChange };
		},

		async read(accountId, groupId, ref, version) {
			const found = await access(accountId, groupId);
			if (found instanceof Refusal) return found;
			if (isOfLibrary(ref)) {
				if (version !== undefined && version !== 1) return notFound;
				return {
					...{ ref, basedOn: ref, isOwn: false, version: 1, definition: library[ref] },
					...{ retiredAt: null, versions: [], mayChange: found.mayChange },
				};
			}
			const own = await only(db, groupId, ref);
			if (own === undefined) return notFound;
			if (version === undefined || version === own.version) return detail(own, found.mayChange, db);
			const definition = await definitionOf(db, own.id, version);
			return definition === undefined
				? notFound
				: detail({ ...own, definition, version }, found.mayChange, db);
		},

		async copy(accountId, groupId, { from, name }) {
			const found = await access(accountId, groupId);
			if (found instanceof Refusal) return found;
			if (!found.mayChange) return notAllowed;
			return transact(db, async (trx) => {
				// Two copies at once are counted one after the other.
				await holdGroup(trx, groupId);
				const source = isOfLibrary(from)
					? { basedOn: from, definition: library[from] }
					: await only(trx, groupId, from);
				if (source === undefined) return notFound;
				if ((await countMethods(trx, groupId)) >= MOST_METHODS) return conflict('too-many-methods');
				const id = newId();
				await insertMethod(trx, { id, groupId, basedOn: source.basedOn });
				await insertVersion(trx, {
					...{ id: newId(), methodId: id, number: 1, by: accountId, at: clock.now() },
					definition: { ...source.definition, name: { fr: name, en: name } },
				});
				const made = await only(trx, groupId, id);
				return made === undefined ? notFound : detail(made, true, trx);
			});
		},

		async change(accountId, groupId, ref, { basedOn, definition }) {
			const found = await changeable(accountId, groupId, ref);
			if (found instanceof Refusal) return found;
			const faults = checkMethod(definition);
			if (faults.length > 0)
				return new Refusal('invalid-input', {
					errors: faults.map((fault) => ({ ...fault, field: `definition.${fault.field}` })),
				});
			return transact(db, async (trx) => {
				if (!(await lockMethod(trx, groupId, ref))) return notFound;
				const before = await only(trx, groupId, ref);
				if (before === undefined) return notFound;
				if (before.version !== basedOn) return conflict('changed-meanwhile');
				// Whatever the order in which the database gives the fields back.
				if (!isDeepStrictEqual(before.definition, definition))
					await insertVersion(trx, {
						...{ id: newId(), methodId: before.id, number: basedOn + 1, definition },
						...{ by: accountId, at: clock.now() },
					});
				const after = await only(trx, groupId, ref);
				return after === undefined ? notFound : detail(after, true, trx);
			});
		},

		async retire(accountId, groupId, ref, retired) {
			const found = await changeable(accountId, groupId, ref);
			if (found instanceof Refusal) return found;
			return transact(db, async (trx) => {
				if (!(await lockMethod(trx, groupId, ref))) return notFound;
				const before = await only(trx, groupId, ref);
				if (before === undefined) return notFound;
				if ((before.retiredAt !== null) !== retired)
					await setRetired(trx, before.id, retired ? clock.now() : null);
				const after = await only(trx, groupId, ref);
				return after === undefined ? notFound : detail(after, true, trx);
			});
		},

		async find(groupId, ref, within) {
			if (isOfLibrary(ref)) return { definition: library[ref], version: 1 };
			const own = await only(within ?? db, groupId, ref);
			return own === undefined || own.retiredAt !== null
				? null
				: { definition: own.definition, version: own.version };
		},
	};
}

function isOfLibrary(ref: string): ref is MethodId {
	return (methodIds as readonly string[]).includes(ref);
}

/** A name that no method of the library has names nothing; the database would take it for a mistake. */
function idOf(ref: string): string {
	return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(ref)
		? ref
		: '00000000-0000-0000-0000-000000000000';
}

function summaryOfLibrary(id: MethodId, isOfGroup: boolean): MethodSummary {
	const own = { ref: id, basedOn: id, isOwn: false, isOfGroup, retiredAt: null, changedAt: null };
	return { ...own, ...inShort(library[id]) };
}

function summaryOfOwn(row: OwnMethodRow): MethodSummary {
	return {
		...{ ref: row.id, basedOn: row.basedOn, isOwn: true, isOfGroup: false },
		retiredAt: row.retiredAt?.toISOString() ?? null,
		changedAt: row.changedAt.toISOString(),
		...inShort(row.definition),
	};
}

function inShort(method: Method) {
	const { name, purpose, people, minutes, clock, advice, frame, rounds, overDays, stages } = method;
	return {
		...{ name, purpose, people, minutes, clock, advice, frame, rounds, overDays },
		stageCount: stages.length,
	};
}
