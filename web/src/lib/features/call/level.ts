/** How loud a microphone is, for whoever checks their own. Nothing is kept of it, and nobody else is measured. */

/** Calls about ten times a second with a level from 0 to 1; returns how to stop. */
export function watchLevel(track: MediaStreamTrack, onLevel: (level: number) => void): () => void {
	const context = new AudioContext();
	const analyser = context.createAnalyser();
	analyser.fftSize = 1024;
	context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
	const samples = new Float32Array(analyser.fftSize);
	const timer = setInterval(() => {
		analyser.getFloatTimeDomainData(samples);
		let sum = 0;
		for (const sample of samples) sum += sample * sample;
		// Ears hear in proportions: a voice at arm's length comes to about half.
		const decibels = 10 * Math.log10(sum / samples.length + 1e-10);
		onLevel(Math.min(1, Math.max(0, (decibels + 60) / 50)));
	}, 100);
	return () => {
		clearInterval(timer);
		void context.close();
	};
}
