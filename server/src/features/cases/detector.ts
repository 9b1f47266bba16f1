/**
 * Looks for identifiers in what is about to be shared, with the same detector as the browser.
 *
 * A long text takes a third of a second: it is read in a thread of its own, so that nobody's writing
 * waits for it. The thread is begun when it is first needed and then kept, with its word lists. It reads
 * one text at a time. One that it cannot read, or not in time, gets no answer, which is not the same as
 * nothing found: whoever asks must refuse. A thread that fails or hangs is ended, and the next question
 * begins another.
 */
import { Worker } from 'node:worker_threads';
import type { FindingType, Language } from '@entrepairs/anonymise/finding';
import type { Log } from '../../platform/log.ts';

export interface Question {
	readonly text: string;
	readonly language: Language;
}
/** What the thread says: once that it is ready, then for each text the kinds of what it found. */
export type Answer = 'ready' | readonly FindingType[];

export interface Detector {
	/** The kinds of what is found, once for each place; null when there is no answer. */
	kindsIn(text: string, language: Language): Promise<readonly FindingType[] | null>;
	close(): Promise<void>;
}

/** Ordinary texts take less than a second. */
const ANSWER_WITHIN_MS = 10_000;
/** Making the word lists for the first time takes some seconds. */
const READY_WITHIN_MS = 60_000;
/** Past so many that wait, nobody would get an answer in time. */
const MOST_WAITING = 20;

interface Thread {
	readonly worker: Worker;
	readonly ready: Promise<Answer>;
}

export function createDetector(
	log: Pick<Log, 'error'>,
	{ answerWithinMs = ANSWER_WITHIN_MS, module = new URL('./detector.worker.ts', import.meta.url) } = {},
): Detector {
	let thread: Thread | null = null;
	let last: Promise<unknown> = Promise.resolve();
	let waiting = 0;
	let isClosed = false;

	function begin(): Thread {
		const worker = new Worker(module);
		// It must not keep a process alive that has nothing else to do.
		worker.unref();
		worker.on('error', () => {});
		const begun = { worker, ready: answerOf(worker, READY_WITHIN_MS) };
		worker.on('exit', () => {
			if (thread === begun) thread = null;
		});
		return begun;
	}

	async function ask(question: Question): Promise<readonly FindingType[] | null> {
		if (isClosed) return null;
		thread ??= begin();
		const asked = thread;
		try {
			await asked.ready;
			const answer = answerOf(asked.worker, answerWithinMs);
			asked.worker.postMessage(question);
			const said = await answer;
			return said === 'ready' ? null : said;
		} catch (error) {
			if (thread === asked) thread = null;
			await asked.worker.terminate();
			throw error;
		}
	}

	return {
		async kindsIn(text, language) {
			if (waiting >= MOST_WAITING) return null;
			waiting++;
			const own = last.then(() => ask({ text, language }));
			last = own.catch(() => {});
			try {
				return await own;
			} catch (error) {
				// Only which kind of error it was: what it says might be words of the text.
				const { name, code } = error as NodeJS.ErrnoException;
				log.error({ type: name, code }, 'a text could not be looked at');
				return null;
			} finally {
				waiting--;
			}
		},

		async close() {
			isClosed = true;
			await thread?.worker.terminate();
		},
	};
}

/** The next that a thread says. Throws when it ends, or is not in time. */
function answerOf(worker: Worker, withinMs: number): Promise<Answer> {
	return new Promise((resolve, reject) => {
		const timer = setTimeout(() => settle(() => reject(new Error('no answer in time'))), withinMs);
		const onAnswer = (answer: Answer) => settle(() => resolve(answer));
		const onError = (error: Error) => settle(() => reject(error));
		const onExit = () => settle(() => reject(new Error('the thread ended')));
		function settle(how: () => void): void {
			clearTimeout(timer);
			worker.off('message', onAnswer);
			worker.off('error', onError);
			worker.off('exit', onExit);
			how();
		}
		worker.on('message', onAnswer);
		worker.on('error', onError);
		worker.on('exit', onExit);
	});
}
