/** What few people share: with a place or a time it tells who somebody is, without any name. */
import type { HintKind } from '../hint-kind.ts';

export interface Rarity {
	readonly kind: HintKind;
	readonly weight: 1 | 2 | 3;
	readonly fr: RegExp;
	readonly en: RegExp;
}

const any = (...words: string[]) =>
	new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'giu');

export const rarities: readonly Rarity[] = [
	{
		kind: 'large-family',
		weight: 2,
		fr: any(
			'(?:cinq|six|sept|huit|neuf|dix|onze|douze|[5-9]|1[0-5]) (?:enfants|fr[èe]res|s[œoe]+urs|filles|fils|gar[çc]ons)',
			'fratrie de (?:cinq|six|sept|huit|neuf|dix|onze|douze|[5-9]|1[0-5])',
			'tripl[ée]e?s',
			'quadrupl[ée]e?s',
			'jumeaux|jumelles',
		),
		en: any(
			'(?:five|six|seven|eight|nine|ten|eleven|twelve|[5-9]|1[0-5]) (?:children|kids|siblings|brothers|sisters|daughters|sons)',
			'triplets|quadruplets|twins',
		),
	},
	{
		kind: 'rare-event',
		weight: 3,
		fr: any(
			"(?:l[’']|un |d[’'])?incendies?|noyades?|no[yi](?:é|ée|és)|explosion|avalanche|naufrage|effondrement|s[ée]isme|cyclone|inondations?|attentat|prise d[’']otages?|meurtre|assassinat|assassin[ée]e?s?|homicide|infanticide|f[ée]minicide|matricide|parricide|enl[èe]vement|s[ée]questr(?:ation|[ée]e?s?)|d[ée]fenestr(?:ation|[ée]e?)|immol(?:ation|[ée]e?)|[ée]lectrocut(?:ion|[ée]e?)|foudroy[ée]e?|crash|accident (?:d[’']avion|de train|d[’']h[ée]licopt[èe]re|de car|de chasse|de parapente|de tracteur)|coups? de feu|fusillade|pr[ée]fet en personne",
			"gagn[ée]e? (?:au|à l[’']) ?(?:loto|euromillions|loterie)",
		),
		en: any(
			'house fire|fire at|drown(?:ed|ing)|explosion|avalanche|shipwreck|earthquake|flood(?:ed|ing)?|terror(?:ist)? attack|hostage|murder(?:ed)?|homicide|infanticide|manslaughter|abduct(?:ed|ion)|kidnapp(?:ed|ing)|electrocuted|struck by lightning|plane crash|train crash|helicopter crash|shooting|stabbing|stabbed',
			'won the lottery|lottery win',
		),
	},
	{
		kind: 'known-affair',
		weight: 3,
		fr: any(
			"m[ée]diatis[ée]e?s?|faits? divers|dans (?:le journal|les journaux|la presse)|(?:la|les) (?:t[ée]l[ée]|chaînes|m[ée]dias|journalistes)|pass[ée]e? à la t[ée]l[ée]|cour d[’']assises|aux assises|proc[èe]s (?:retentissant|public)|a fait la une|reportage",
		),
		en: any(
			'in the (?:papers?|press|news|newspapers?)|on (?:the )?(?:tv|television|news)|made (?:the )?headlines|reporters?|journalists?|documentary|crown court trial|public inquiry|serious case review',
		),
	},
	{
		kind: 'rare-illness',
		weight: 3,
		fr: any(
			"maladie (?:rare|orpheline|de (?:Huntington|Charcot|Wilson|Fabry|Gaucher|Pompe|Crohn|Behçet|Creutzfeldt-Jakob|Lyme|Verneuil))|syndrome (?:de|d[’'])\\s?\\p{Lu}[\\p{L}’'-]+(?:[ -]\\p{Lu}[\\p{L}-]+)?|mucoviscidose|myopathie|dr[ée]panocytose|h[ée]mophilie|narcolepsie|albinisme|albinos|nanisme|achondroplasie|progeria|oligophr[ée]nie|trisomie (?:13|18)|scl[ée]rose lat[ée]rale amyotrophique|SLA|l[èe]pre|tuberculose|greff[ée]e? (?:du c[œoe]+ur|des poumons|du foie|du rein)|locked-in|surdic[ée]cit[ée]|sourde? et aveugle|amput[ée]e?s?|t[ée]trapl[ée]gique|transidentit[ée]|transgenre|intersexe",
		),
		en: any(
			"rare (?:disease|condition|illness)|\\p{Lu}[\\p{L}-]+(?:-\\p{Lu}[\\p{L}]+)?(?:[’']s)? (?:syndrome|disease)|cystic fibrosis|sickle cell|haemophilia|narcolepsy|albinism|dwarfism|achondroplasia|progeria|motor neurone disease|MND|leprosy|tuberculosis|(?:heart|lung|liver|kidney) transplant|locked-in|deafblind|amputee|tetraplegic|quadriplegic|transgender|intersex",
		),
	},
	{
		kind: 'small-place',
		weight: 2,
		fr: any(
			'petite? (?:commune|ville|village|île|paroisse|vall[ée]e)|petit village|hameau|(?:village|commune|bourg) de (?:moins de |à peine |quelque |\\d)[\\d \u00a0\u202f]*(?:habitants|âmes)|\\d{2,4} (?:habitants|âmes)|tout le (?:village|monde (?:se )?conna[îi]t)|seule? (?:[ée]cole|boulangerie|m[ée]decin|pharmacie|caf[ée]) (?:du|de la) (?:village|commune|vall[ée]e|bourg)|classe unique|derni[èe]re ferme',
		),
		en: any(
			'small (?:village|town|island|parish|hamlet|valley)|tiny village|hamlet|(?:village|town) of (?:fewer than |less than |about |some )?\\d[\\d,]*(?: people| inhabitants| souls)?|everyone knows (?:everyone|each other)|only (?:school|shop|pub|surgery|doctor|chemist) in (?:the )?(?:village|town|valley|island)|village school|on the island',
		),
	},
	{
		kind: 'origin',
		weight: 2,
		fr: any(
			"(?:le|la|l[’']) ?(?:seule?|unique|premier|premi[èe]re|dernier|derni[èe]re) (?:\\p{L}+ ){0,2}(?:famille|personne|homme|femme|enfant|[ée]l[èe]ve|r[ée]fugi[ée]e?|[ée]trang[èe]re?|couple|fille|gar[çc]on|salari[ée]e?|noire?s?|habitante?)",
			'seule? famille \\p{L}+',
		),
		en: any(
			'(?:the )?(?:only|first|last|sole) (?:\\p{L}+ ){0,2}(?:family|person|man|woman|child|pupil|refugee|foreigner|couple|girl|boy|employee|resident) (?:in|from|of|at|to)',
		),
	},
	{
		kind: 'public-role',
		weight: 3,
		fr: any(
			"(?:le|la|ancien|ancienne|ex-?|madame la|monsieur le|adjoint au|adjointe au|premi[èe]re? adjointe? ?(?:au|à la)?|fils du|fille du|femme du|mari de la) ?maire(?: adjointe?)?|conseill[èe]re? (?:municipale?|d[ée]partementale?|r[ée]gionale?)|d[ée]put[ée]e?|s[ée]nat(?:eur|rice)|[ée]lue? locale?|cur[ée] (?:de|du)|le cur[ée]|le pasteur|l[’']imam|le rabbin|le notaire|commandante? de (?:la )?gendarmerie|capitaine des pompiers|chef des pompiers|champion(?:ne)?|c[ée]l[èe]bre|connue? de tous|pr[ée]sidente? (?:du club|de l[’']association|du syndicat)|(?:directeur|directrice) (?:de l[’'][ée]cole|du coll[èe]ge|de l[’']h[ôo]pital|de l[’']ehpad)|m[ée]decin du village|influenceu(?:r|se)|youtubeu(?:r|se)",
		),
		en: any(
			'(?:the |former |ex-?)?(?:mayor|councillor|MP|vicar|priest|imam|rabbi|minister)|head ?teacher|headmaster|headmistress|village doctor|fire chief|chief constable|well[- ]known|famous|celebrity|champion|influencer|youtuber|chair of (?:the )?\\p{L}+',
		),
	},
];
