const MAX_LENGTH = 500;

/**
 * The address of a video meeting, as it is stored; null when it is not one that everybody can be sent
 * to: https only, and no name or password in it, which would be shown to all.
 */
export function meetingLink(text: string): string | null {
	const given = text.trim();
	if (given.length > MAX_LENGTH || /[\s\p{Cc}\\]/u.test(given) || !/^https:\/\//i.test(given)) return null;
	if (!URL.canParse(given)) return null;
	const { protocol, username, password, hostname, href } = new URL(given);
	const isPlain = protocol === 'https:' && username === '' && password === '';
	return isPlain && hostname.includes('.') && href.length <= MAX_LENGTH ? href : null;
}
