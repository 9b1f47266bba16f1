import {
	type DirectoryQuery,
	fieldsOfPractice,
	regionCodes,
	rhythms,
} from '@entrepairs/contract/group-profile';
import { methodIds } from '@entrepairs/methods/methods';

/** The search of an address; what is not offered is left out, so that an old link still leads somewhere. */
export function directoryQuery(params: URLSearchParams): DirectoryQuery {
	const words = params.get('q')?.trim().slice(0, 100);
	const language = offered(params.get('language'), ['fr', 'en']);
	const field = offered(params.get('field'), fieldsOfPractice);
	const region = offered(params.get('region'), regionCodes);
	const method = offered(params.get('method'), methodIds);
	const rhythm = offered(params.get('rhythm'), rhythms);
	const page = params.get('page');
	return {
		...(words ? { q: words } : {}),
		...(language ? { language } : {}),
		...(field ? { field } : {}),
		...(region ? { region } : {}),
		...(method ? { method } : {}),
		...(rhythm ? { rhythm } : {}),
		...(params.get('places') === 'free' ? { places: 'free' as const } : {}),
		...(page !== null && /^[1-9]\d{0,3}$/.test(page) ? { page } : {}),
	};
}

function offered<const T extends readonly string[]>(value: string | null, of: T): T[number] | undefined {
	return of.find((one) => one === value);
}
