/** Leaving a case that one recognises, in French. */

export const recusal = {
	open: 'Je reconnais la situation',
	title: 'Je reconnais la situation',
	effect: 'Vous perdez l’accès à cette situation à l’instant même, pour de bon et sur tous vos appareils.',
	others:
		'Personne n’apprend qui s’est retiré, ni pourquoi : ni le groupe, ni la personne qui anime, ni la modération. Les autres lisent seulement qu’une personne est absente de cette situation.',
	asked:
		'On vous a demandé de relire cette situation : qui l’a ouverte verra que vous ne la relisez plus, et pourra demander à quelqu’un d’autre. Vos raisons, personne ne les apprend.',
	known: 'Ce que vous y avez écrit y reste.',
	final: 'Vous ne pourrez pas revenir sur ce choix.',
	confirm: 'Me retirer',
	done: 'Vous n’avez plus accès à cette situation.',
	absent: (count: number) =>
		count > 1
			? `${count} personnes sont absentes de cette situation`
			: `${count} personne est absente de cette situation`,
};
