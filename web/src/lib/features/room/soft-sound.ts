/** A soft sound of the page's own: one low tone that comes and goes within a second. */
let context: AudioContext | null = null;

/** Where the browser lets no page sound before somebody has pressed something in it, nothing is heard. */
export async function playSoftly(): Promise<void> {
	try {
		context ??= new AudioContext();
		if (context.state === 'suspended') await context.resume();
	} catch {
		return;
	}
	const tone = context.createOscillator();
	const volume = context.createGain();
	const at = context.currentTime;
	tone.frequency.value = 392;
	volume.gain.setValueAtTime(0, at);
	volume.gain.linearRampToValueAtTime(0.12, at + 0.08);
	volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.9);
	tone.connect(volume).connect(context.destination);
	tone.start(at);
	tone.stop(at + 1);
}
