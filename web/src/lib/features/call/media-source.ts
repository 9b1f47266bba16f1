/** Shows or sounds a stream in an element, by the loudspeaker that was chosen. */
export interface Playing {
	readonly stream: MediaStream | null;
	/** Null: the system's own. */
	readonly speaker: string | null;
	/** The browser waits until the person does something. */
	readonly onBlocked?: () => void;
}

/** For `{@attach}`. */
export function playing({ stream, speaker, onBlocked }: Playing): (element: HTMLVideoElement) => void {
	return (element) => {
		if (element.srcObject !== stream) element.srcObject = stream;
		if ('setSinkId' in element) void element.setSinkId(speaker ?? '').catch(() => {});
		if (stream === null) return;
		element.play().catch((error: unknown) => {
			if (error instanceof DOMException && error.name === 'NotAllowedError') onBlocked?.();
		});
	};
}
