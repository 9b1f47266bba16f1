/** Addresses of mail and web, and names on social networks. */
import { type Span, span } from '../span.ts';

const EMAIL =
	/(?<![\p{L}\p{N}_%+.-])[\p{L}\p{N}_%+-]{1,64}(?:\.[\p{L}\p{N}_%+-]{1,64}){0,6} ?(?:@|\(at\)|\[at\]|\(arobase\)) ?[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,6}\.\p{L}{2,24}/giu;
const WEB =
	/(?<![\p{L}\p{N}])(?:https?:\/\/|www\.)[^\s<>"'«»(){}[\]]+|(?<![\p{L}\p{N}])[a-z0-9][a-z0-9-]{0,62}(?:\.[a-z0-9-]{1,62}){0,4}\.(?:fr|com|org|net|eu|uk|io|info|asso|me|re|nc|gp|mq|gf|pf|yt|be|ch|de|es|it|pt|ie|bzh|corsica|alsace|paris|link|app|site|online|blog|tv|co|example|scot|wales|cymru|london|xyz|dev|social|news|care|charity|community|ca|au|nz|za|pl|ro|ua|ma|dz|tn|sn|ci|cm|mg)(?![\p{L}\p{N}])(?:\/[^\s<>"'«»(){}[\]]*)?/giu;
const HANDLE = /(?<![\p{L}\p{N}_.@/])@[\p{L}\p{N}_][\p{L}\p{N}_.-]{1,40}/giu;
/** « son insta : karim_b80 ». */
const NAMED_HANDLE =
	/(?<![\p{L}\p{N}])(?:insta(?:gram)?|snap(?:chat)?|tik ?tok|facebook|fb|twitter|discord|pseudo|username|handle|skype|telegram)\s?(?:is|est|:|=|@|,|«|"|“)\s?["«“]? ?@?([\p{L}\p{N}]+[_.\d-][\p{L}\p{N}_.-]{1,40})/giu;

/** Sites of everybody. */
const EVERYBODYS =
	/^(?:https?:\/\/)?(?:www\.)?(?:caf|ameli|impots\.gouv|service-public(?:\.gouv)?|francetravail|pole-emploi|legifrance(?:\.gouv)?|has-sante|ants\.gouv|doctolib|leboncoin|msa|info-retraite|lassuranceretraite|mesdroitssociaux\.gouv|[a-z-]+\.gouv)\.fr(?![\p{L}\p{N}])|^(?:https?:\/\/)?(?:www\.)?(?:[a-z-]+\.)?(?:gov|nhs|socialworkengland\.org|nspcc\.org|citizensadvice\.org|mind\.org|shelter\.org)\.uk(?![\p{L}\p{N}])/iu;

export function findLinks(text: string): Span[] {
	const found: Span[] = [];
	const add = (type: 'EMAIL' | 'URL', start: number, words: string) => {
		const kept = words.replace(/[.,;:!?…]+$/, '');
		if (type === 'URL' && EVERYBODYS.test(kept)) return;
		found.push(span(type, start, start + kept.length, 1, 'form'));
	};
	for (const match of text.matchAll(EMAIL)) add('EMAIL', match.index, match[0]);
	for (const match of text.matchAll(WEB)) add('URL', match.index, match[0]);
	for (const match of text.matchAll(HANDLE)) add('URL', match.index, match[0]);
	for (const match of text.matchAll(NAMED_HANDLE)) {
		const name = match[1] ?? '';
		add('URL', match.index + match[0].lastIndexOf(name), name);
	}
	return found;
}
