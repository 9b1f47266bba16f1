/**
 * The thread beside the server in which texts are read for identifiers. What leaves it are kinds, in
 * the order of the text: never a word.
 */
import { parentPort } from 'node:worker_threads';
import { detect } from '@entrepairs/anonymise/detect';
import { loadWords } from '@entrepairs/anonymise/node-words';
import type { Answer, Question } from './detector.ts';

const words = await loadWords();
parentPort?.on('message', ({ text, language }: Question) => {
	parentPort?.postMessage(detect(text, { language, words }).map(({ type }) => type) satisfies Answer);
});
parentPort?.postMessage('ready' satisfies Answer);
