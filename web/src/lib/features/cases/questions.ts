/** Which of the words that were found are the person's to decide on, before they leave. */
import { decisionKey } from '@entrepairs/anonymise/decision';
import type { Finding, FindingType } from '@entrepairs/anonymise/finding';
import type { KeyEntry } from '@entrepairs/anonymise/key-entry';
import type { Scan, ScanChoices } from '#lib/features/anonymise/anonymiser.ts';
import type { Stretch, Unit, WrittenText } from './written-text.ts';

/** Words that wait for a decision. */
export interface Question {
	/** The same as long as it is about the same letters. */
	readonly id: string;
	readonly type: FindingType;
	readonly text: string;
	readonly place: Stretch;
	/** What would be replaced, which may be more than what was found: « d’ » goes with « Amiens ». */
	readonly replaced: Stretch;
	readonly proposal: string;
	/** Who stands for whom, if it is replaced as proposed. */
	readonly key: readonly KeyEntry[];
}

/** Words that were replaced once: they are asked about again wherever they come back. */
interface Replaced {
	readonly type: FindingType;
	readonly text: string;
	readonly words: string;
}

/** What a person decided in a case. It never leaves their device. */
export interface Decisions {
	/** By `decisionKey`. */
	readonly kept: readonly string[];
	readonly replaced: readonly Replaced[];
	readonly key: readonly KeyEntry[];
}

export const noDecisions: Decisions = { kept: [], replaced: [], key: [] };

/** What the detector is told of earlier decisions. */
export function choicesFor({ kept, key }: Decisions, today: string): ScanChoices {
	return { today, grains: {}, decisions: new Map(kept.map((decision) => [decision, { keep: true }])), key };
}

export interface Looked {
	readonly written: WrittenText;
	readonly scan: Scan;
	readonly decisions: Decisions;
	/** Whether the others have this letter already. */
	isShared(unit: Unit): boolean;
	/** The text as the others have it. */
	sharedText(): string;
}

/**
 * Only words with a letter that has not left yet, and that are not merely moved: a paragraph that is
 * split, or dragged, tells the others nothing new.
 */
export function questionsOf(looked: Looked): Question[] {
	const { written, scan, decisions, isShared } = looked;
	const kept = new Set(decisions.kept);
	let shared: string | null = null;
	const questions: Question[] = [];
	for (const { finding, words } of found(looked)) {
		if (kept.has(decisionKey(finding))) continue;
		const units = [...written.units(finding.start, finding.end)];
		const [first] = units;
		const last = units.at(-1);
		if (first === undefined || last === undefined || units.every(isShared)) continue;
		shared ??= looked.sharedText();
		const there = timesIn(shared, finding.text);
		if (there > 0 && there >= timesIn(written.text, finding.text)) continue;
		const edit = scan.clean?.edits.find(({ finding: { start } }) => start === finding.start);
		const replaced = edit === undefined ? [] : [...written.units(edit.start, edit.end)];
		questions.push({
			id: `${decisionKey(finding)} ${first.client}:${first.clock}`,
			type: finding.type,
			text: finding.text,
			place: { first, last },
			replaced: { first: replaced[0] ?? first, last: replaced.at(-1) ?? last },
			proposal: edit?.words ?? words ?? '…',
			key: (scan.clean?.key ?? []).filter(({ real }) => real === finding.text),
		});
	}
	return questions;
}

interface Found {
	readonly finding: Pick<Finding, 'start' | 'end' | 'type' | 'text'>;
	/** What replaced it before. */
	readonly words?: string;
}

/** What the detector found, and what was replaced before and has come back (by undoing, say). */
function found({ written: { text }, scan, decisions }: Looked): Found[] {
	const all: Found[] = scan.findings.map((finding) => ({ finding }));
	for (const { type, text: before, words } of decisions.replaced) {
		for (const { index, 0: again } of text.matchAll(wholeWords(before))) {
			const [start, end] = [index, index + again.length];
			if (scan.findings.some((finding) => finding.start < end && start < finding.end)) continue;
			all.push({ finding: { start, end, type, text: again }, words });
		}
	}
	return all.sort((a, b) => a.finding.start - b.finding.start);
}

function timesIn(text: string, words: string): number {
	return [...text.matchAll(wholeWords(words))].length;
}

function wholeWords(words: string): RegExp {
	const literal = words.replace(/[.*+?^${}()|[\]\\/-]/g, (sign) => `\\u{${sign.charCodeAt(0).toString(16)}}`);
	return new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'giu');
}
