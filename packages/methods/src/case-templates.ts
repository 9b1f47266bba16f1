/**
 * The sections of a case, as data. `key` is the name of the section's text in the document and
 * never changes; words may.
 */
export interface Words {
	readonly fr: string;
	readonly en: string;
}

export interface CaseSection {
	readonly key: string;
	readonly name: Words;
	/** One sentence that helps to begin; it gives way to the first word. */
	readonly guidance: Words;
}

export interface CaseTemplate {
	readonly id: 'situation' | 'critical-incident';
	readonly name: Words;
	readonly purpose: Words;
	readonly sections: readonly CaseSection[];
}

const situation: CaseTemplate = {
	id: 'situation',
	name: { fr: 'Situation', en: 'Situation' },
	purpose: {
		fr: 'Pour exposer une situation qui pose question et la travailler ensemble.',
		en: 'To lay out a situation that raises questions and work on it together.',
	},
	sections: [
		{
			key: 'context',
			name: { fr: 'Contexte', en: 'Context' },
			guidance: {
				fr: 'Le cadre de l’intervention, sans rien qui permette de reconnaître quelqu’un.',
				en: 'The frame of the work, with nothing that lets anyone be recognised.',
			},
		},
		{
			key: 'facts',
			name: { fr: 'Faits', en: 'Facts' },
			guidance: {
				fr: 'Ce qui s’est passé, ce qui a été vu et entendu, avant toute interprétation.',
				en: 'What happened, what was seen and heard, before any interpretation.',
			},
		},
		{
			key: 'request',
			name: { fr: 'Demande au groupe', en: 'Request to the group' },
			guidance: {
				fr: 'La question à laquelle le groupe peut aider à répondre aujourd’hui.',
				en: 'The question that the group can help to answer today.',
			},
		},
		{
			key: 'feelings',
			name: { fr: 'Ressentis', en: 'Feelings' },
			guidance: {
				fr: 'Ce que la situation fait vivre, à qui l’expose et à qui l’écoute.',
				en: 'What the situation stirs up, in the presenter and in those who listen.',
			},
		},
		{
			key: 'hypotheses',
			name: { fr: 'Hypothèses', en: 'Hypotheses' },
			guidance: {
				fr: 'Plusieurs lectures possibles ; aucune n’a besoin d’être la bonne.',
				en: 'Several possible readings; none of them has to be the right one.',
			},
		},
		{
			key: 'options',
			name: { fr: 'Pistes', en: 'Options' },
			guidance: {
				fr: 'Ce qui pourrait être tenté ; l’exposant·e reste libre d’en faire ce qui lui convient.',
				en: 'What could be tried; the presenter remains free to do with it as they see fit.',
			},
		},
		{
			key: 'learning',
			name: { fr: 'Apprentissages', en: 'Learning' },
			guidance: {
				fr: 'Ce que chacun·e garde pour sa propre pratique.',
				en: 'What each of us keeps for our own practice.',
			},
		},
	],
};

/** After Flanagan's critical incident (1954), as reflective practice uses it. */
const criticalIncident: CaseTemplate = {
	id: 'critical-incident',
	name: { fr: 'Incident marquant', en: 'Critical incident' },
	purpose: {
		fr: 'Pour revenir sur un moment bref qui ne passe pas.',
		en: 'To look back at a short moment that stays with you.',
	},
	sections: [
		{
			key: 'context',
			name: { fr: 'Contexte', en: 'Context' },
			guidance: { fr: 'Juste assez pour comprendre le moment.', en: 'Just enough to understand the moment.' },
		},
		{
			key: 'facts',
			name: { fr: 'Le moment', en: 'The moment' },
			guidance: {
				fr: 'Ce qui s’est dit et fait, dans l’ordre, comme dans un film.',
				en: 'What was said and done, in order, as in a film.',
			},
		},
		{
			key: 'feelings',
			name: { fr: 'Sur le moment', en: 'At the time' },
			guidance: {
				fr: 'Ce que vous avez pensé et ressenti pendant que cela se passait.',
				en: 'What you thought and felt while it happened.',
			},
		},
		{
			key: 'hypotheses',
			name: { fr: 'Ce qui le rend marquant', en: 'What makes it stand out' },
			guidance: {
				fr: 'Les valeurs, les évidences ou les attentes que ce moment a touchées.',
				en: 'The values, certainties or expectations that this moment touched.',
			},
		},
		{
			key: 'learning',
			name: { fr: 'Et maintenant', en: 'And now' },
			guidance: {
				fr: 'Ce qui change dans votre regard, ou dans votre façon de faire.',
				en: 'What changes in how you see it, or in how you work.',
			},
		},
	],
};

export const caseTemplates: readonly CaseTemplate[] = [situation, criticalIncident];

/** The template of a case. Throws for an unknown one: the contract lets none in. */
export function caseTemplate(id: CaseTemplate['id']): CaseTemplate {
	const template = caseTemplates.find((candidate) => candidate.id === id);
	if (template === undefined) throw new Error('unknown case template');
	return template;
}
