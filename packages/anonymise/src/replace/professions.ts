/** A rare occupation becomes the field it belongs to. */
import { fold } from '../words/fold.ts';
import { alone, type Place, type Replacement } from './replacement.ts';

const FIELDS: readonly { readonly of: RegExp; readonly fr: string; readonly en: string }[] = [
	{
		of: /marin|peche|pecheu|batel|eclus|voili|scaphand|ostre|mytil|conch|goemon|saun|palud|skipp|navigat|phare|lamaneur|piroguier|diver|trawler|lock|ferry|lighthouse|oyster|sail/,
		fr: 'de la mer ou de l’eau',
		en: 'at sea or on the water',
	},
	{
		of: /cheval|jockey|fauconn|dress|eleve|soign|domp|berger|bergere|vacher|gardian|manad|apicult|maitre-chien|marechal|taupier|louvet|heliciculteur|falcon|keeper|shepherd|farrier|trainer|jockey/,
		fr: 'auprès des animaux',
		en: 'with animals',
	},
	{
		of: /chant|danseu|organist|harpist|chef d.orch|cheffe d.orch|clown|trapez|magic|funamb|jongl|acrob|marionn|conteu|comédien|cascad|circ|singer|dancer|pianist|piper|juggler|puppet|romanc|novelist|compos/,
		fr: 'de la scène ou des arts',
		en: 'on stage or in the arts',
	},
	{
		of: /verr|luth|orgue|horlog|ferron|forger|coutel|tonnel|sabot|vann|reli|dor|grav|taill|ebenist|sell|chapel|dentell|tapiss|facteur|maker|smith|mason|cooper|binder|weaver|thatch|builder|founder/,
		fr: 'd’un artisanat',
		en: 'in a craft',
	},
];

/** What a rare occupation is called afterwards. */
export const fieldsOfWork: readonly string[] = [...FIELDS.flatMap(({ fr, en }) => [fr, en]), 'd’un métier peu courant'];

export function replaceProfession(place: Place): Replacement {
	const { finding, language, grain } = place;
	const folded = fold(finding.text);
	const field = grain === 'fine' ? FIELDS.find(({ of }) => of.test(folded)) : undefined;
	if (language === 'en')
		return alone(place, field === undefined ? 'person with an unusual job' : `person working ${field.en}`);
	const isFeminine = /(?:euse|iere|trice|ienne|ante|ane|onne|esse)s?(?: |$)/.test(folded);
	return alone(place, `professionnel${isFeminine ? 'le' : ''} ${field?.fr ?? 'd’un métier peu courant'}`);
}
