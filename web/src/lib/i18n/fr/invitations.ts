/** Inviting somebody by a link, and being invited, in French. */

export const invitations = {
	title: 'Invitations',
	lead: 'Un lien pour une personne. Vous le lui envoyez vous-même : nous ne gardons ni son nom, ni son adresse.',
	days: 'Valable pendant',
	dayChoices: {
		1: 'Un jour',
		3: 'Trois jours',
		7: 'Une semaine',
		14: 'Deux semaines',
		30: 'Trente jours',
	} as Record<number, string>,
	make: 'Créer un lien d’invitation',
	made: 'Le lien est prêt.',
	once: 'Copiez-le maintenant : il ne sera plus affiché. Il sert une seule fois.',
	link: 'Lien d’invitation',
	copy: 'Copier le lien',
	copied: 'Le lien est copié.',
	notCopied: 'La copie n’a pas marché : sélectionnez le lien et copiez-le à la main.',
	open: 'Invitations en cours',
	none: 'Aucune invitation en cours.',
	by: (name: string, when: string) => `Créée par ${name}, le ${when}`,
	until: (when: string) => `valable jusqu’au ${when}`,
	revoke: 'Annuler cette invitation',
	revoked: 'L’invitation est annulée : son lien ne mène plus nulle part.',

	received: 'Invitation à un groupe',
	invites: (name: string) => `${name} vous invite à rejoindre ce groupe.`,
	members: (count: number) => (count > 1 ? `${count} membres` : `${count} membre`),
	effects: {
		member: 'Si vous acceptez, vous entrez dans le groupe tout de suite.',
		'waiting-list':
			'Le groupe est complet. Si vous acceptez, vous êtes sur sa liste d’attente, et une place vous est proposée à votre tour.',
		request:
			'Si vous acceptez, votre demande part à la modération de l’organisation, qui vous répond avec un motif.',
		'already-member': 'Vous êtes déjà dans ce groupe. Cette invitation peut servir à quelqu’un d’autre.',
	},
	accept: 'Accepter l’invitation',
	decline: 'Décliner',
	declineTitle: 'Décliner cette invitation',
	declineEffect: 'Le lien ne pourra plus servir. Votre nom n’est pas montré au groupe.',
	declined: 'Vous avez décliné l’invitation.',
	led: {
		member: 'Vous êtes dans le groupe.',
		'waiting-list': 'Vous êtes sur la liste d’attente du groupe.',
		request: 'Votre demande est envoyée à la modération.',
	},
	seeGroup: 'Aller au groupe',
	seeGroups: 'Voir les groupes',
	invalid: 'Cette invitation ne mène nulle part',
	invalidHint:
		'Le lien est incomplet, déjà utilisé, annulé, ou son délai est passé. Demandez un nouveau lien à la personne qui vous a invité·e.',
};
