/**
 * When someone may be in danger: what a room shows until the organisation has written its own. Facts of
 * French law and numbers, in our own words; the organisation checks them and says when it did.
 *
 * Sources: Code pénal, articles 223-6, 226-13, 226-14 and 434-3; Code de l'action sociale et des familles,
 * articles L. 226-2-1 and L. 226-2-2; service-public.fr for the numbers.
 */
import { type Static, Type } from 'typebox';

const strict = { additionalProperties: false } as const;
const words = (maxLength: number) => {
	const Text = Type.String({ minLength: 1, maxLength, pattern: '\\S' });
	return Type.Object({ fr: Text, en: Text }, strict);
};

export const DangerGuide = Type.Object(
	{
		/** What to do and to know, the most pressing first. */
		steps: Type.Array(Type.Object({ title: words(120), text: words(900) }, strict), {
			minItems: 1,
			maxItems: 8,
		}),
		/** Whom to call: digits as they are dialled. */
		numbers: Type.Array(
			Type.Object(
				{
					number: Type.String({ pattern: '^[0-9+][0-9 ]{1,19}$' }),
					/** 114 is not answered by voice: whoever needs it must not be led to a call. */
					by: Type.Unsafe<'call' | 'text'>(Type.Union([Type.Literal('call'), Type.Literal('text')])),
					name: words(80),
					when: words(160),
				},
				strict,
			),
			{ maxItems: 20 },
		),
	},
	strict,
);
export type DangerGuide = Static<typeof DangerGuide>;

const say = (fr: string, en: string) => ({ fr, en });

export const usualDangerGuide: DangerGuide = {
	steps: [
		{
			title: say('Si c’est maintenant', 'If it is now'),
			text: say(
				'Si une vie est menacée à cet instant, appelez les secours avant toute chose. Ne pas porter assistance à une personne en péril est puni, pour chacun de nous (Code pénal, art. 223-6).',
				'If a life is threatened at this moment, call for help before anything else. Not to help a person in peril is an offence, for each of us (French criminal code, art. 223-6).',
			),
		},
		{
			title: say('Ce que la loi permet', 'What the law allows'),
			text: say(
				'Le secret professionnel ne vous empêche pas d’informer la justice, le médecin ou l’administration de privations ou de sévices, sexuels aussi, infligés à un mineur, ou à une personne qui ne peut pas se protéger en raison de son âge ou de son état. Fait de bonne foi, ce signalement ne peut pas vous être reproché (Code pénal, art. 226-14).',
				'Professional secrecy does not keep you from informing the courts, a doctor or the authorities of deprivation or ill-treatment, sexual too, of a minor, or of a person who cannot protect themself because of their age or condition. Made in good faith, such a report cannot be held against you (French criminal code, art. 226-14).',
			),
		},
		{
			title: say('Ce que la loi demande', 'What the law asks'),
			text: say(
				'Qui a connaissance de tels faits doit en informer les autorités ; les personnes tenues au secret peuvent le faire, sans que ce texte les y oblige (Code pénal, art. 434-3). Si vous concourez à la protection de l’enfance, une information préoccupante se transmet sans délai au président du conseil départemental, à sa cellule de recueil ; les parents en sont informés avant, sauf si l’intérêt de l’enfant s’y oppose (CASF, art. L. 226-2-1).',
				'Whoever knows of such facts must inform the authorities; those bound by secrecy may do so, and this text does not oblige them (French criminal code, art. 434-3). If you take part in child protection, a concern is passed on without delay to the head of the departmental council, through its reporting unit; the parents are told before, unless the interest of the child is against it (CASF, art. L. 226-2-1).',
			),
		},
		{
			title: say('À compléter par votre organisation', 'For your organisation to complete'),
			text: say(
				'Le numéro et l’adresse de la cellule de recueil (CRIP) de votre département, et la personne à appeler dans votre organisation. Ces textes sont à vérifier avant de s’y fier.',
				'The number and address of the reporting unit (CRIP) of your département, and whom to call in your organisation. These texts are to be checked before they are relied on.',
			),
		},
		{
			title: say('Avec qui en parler', 'Whom to talk to'),
			text: say(
				'Entre personnes tenues au secret qui concourent à la protection de l’enfance, on peut partager ce qui est nécessaire, et seulement cela (CASF, art. L. 226-2-2). Un groupe de pairs n’est en général pas ce cercle : parlez-y sans rien qui identifie. Il peut vous aider à décider ; il ne décide pas à votre place.',
				'Among people bound by secrecy who take part in child protection, what is needed may be shared, and only that (CASF, art. L. 226-2-2). A group of peers is not usually that circle: speak there with nothing that identifies. It can help you to decide; it does not decide in your place.',
			),
		},
	],
	numbers: [
		{
			number: '112',
			by: 'call',
			name: say('Urgences, partout en Europe', 'Emergencies, all over Europe'),
			when: say('Danger immédiat', 'Immediate danger'),
		},
		{
			number: '15',
			by: 'call',
			name: say('SAMU', 'Medical emergencies'),
			when: say('Urgence médicale', 'Medical emergency'),
		},
		{
			number: '17',
			by: 'call',
			name: say('Police, gendarmerie', 'Police'),
			when: say('Violences en cours', 'Violence under way'),
		},
		{
			number: '18',
			by: 'call',
			name: say('Pompiers', 'Fire and rescue'),
			when: say('Accident, incendie', 'Accident, fire'),
		},
		{
			number: '114',
			by: 'text',
			name: say('Urgences par SMS', 'Emergencies by text message'),
			when: say('Pour qui ne peut pas parler ou entendre', 'For those who cannot speak or hear'),
		},
		{
			number: '119',
			by: 'call',
			name: say('Enfance en danger', 'Children in danger'),
			when: say('Un enfant est en danger ou risque de l’être', 'A child is in danger, or may be'),
		},
		{
			number: '3919',
			by: 'call',
			name: say('Violences Femmes Info', 'Violence against women'),
			when: say('Violences faites aux femmes', 'Violence against women'),
		},
		{
			number: '3977',
			by: 'call',
			name: say('Maltraitances', 'Ill-treatment of adults'),
			when: say('Personnes âgées ou en situation de handicap', 'Older people, people with disabilities'),
		},
		{
			number: '3114',
			by: 'call',
			name: say('Prévention du suicide', 'Suicide prevention'),
			when: say(
				'Idées suicidaires, pour soi ou pour un proche',
				'Thoughts of suicide, one’s own or somebody’s',
			),
		},
		{
			number: '116 006',
			by: 'call',
			name: say('France Victimes', 'Help for victims'),
			when: say('Après une infraction', 'After an offence'),
		},
	],
};
