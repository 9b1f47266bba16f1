/** Who signs out in one tab no longer shows drafts in another. */
const CHANNEL = 'entrepairs-signed-out';

export function tellSignedOut(accountId: string): void {
	const channel = new BroadcastChannel(CHANNEL);
	channel.postMessage(accountId);
	channel.close();
}

/** Returns how to listen no longer. What is not kept yet is kept when the page is hidden. */
export function leaveOnSignOut(accountId: string): () => void {
	const channel = new BroadcastChannel(CHANNEL);
	channel.addEventListener('message', ({ data }) => {
		if (data === accountId) location.assign('/sign-in');
	});
	return () => channel.close();
}
