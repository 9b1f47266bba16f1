/**
 * A call from browser to browser: a link to each other window that is in it. Who is in the call is what the
 * room says; what the links need is said through the room's signals.
 */
import { budgetOf, type Line, lineAfter, newLine } from './budget.ts';
import { Link, type Sent } from './link.ts';
import { measureLine, type Totals } from './measure.ts';
import { readSignal } from './signals.ts';
import type { InCall, Peer, Transport } from './transport.ts';

/** What a call needs of the room. */
interface Signalling {
	/** To the window with this visit id. */
	send(to: string, data: string): void;
}

export interface MeshOptions {
	readonly visitId: string;
	readonly signalling: Signalling;
	configuration(): RTCConfiguration;
	onChange(peers: readonly Peer[]): void;
}

interface Held {
	readonly link: Link;
	line: Line;
	totals: Totals | null;
}

const MEASURE_EVERY_MS = 2_500;
/** Signals of a window of which the room has not said yet that it is in the call. */
const EARLY_SIGNALS = 40;

export class Mesh implements Transport {
	readonly #options: MeshOptions;
	readonly #links = new Map<string, Held>();
	/** The other windows that are in the call, as the room said last. */
	#others: ReadonlySet<string> = new Set();
	#early: { readonly from: string; readonly data: string }[] = [];
	#sent: Sent = { audio: null, video: null };
	readonly #measuring: ReturnType<typeof setInterval>;

	constructor(options: MeshOptions) {
		this.#options = options;
		this.#measuring = setInterval(() => void this.#measure(), MEASURE_EVERY_MS);
	}

	meet(inCall: readonly InCall[]): void {
		const ids = inCall.map(({ visitId }) => visitId);
		const others = new Set(ids.filter((id) => id !== this.#options.visitId));
		this.#others = others;
		for (const [visitId, { link }] of this.#links) {
			if (others.has(visitId)) continue;
			link.close();
			this.#links.delete(visitId);
		}
		this.#openMissing();
		const early = this.#early;
		this.#early = early.filter(({ from }) => !others.has(from));
		for (const { from, data } of early) if (others.has(from)) this.take(from, data);
		this.#limit();
		this.#tell();
	}

	/** Also after a `bye` that was overtaken by somebody's coming back. */
	#openMissing(): void {
		for (const visitId of this.#others) if (!this.#links.has(visitId)) this.#open(visitId);
	}

	#open(visitId: string): void {
		const { signalling, configuration } = this.#options;
		const link = new Link({
			isPolite: this.#options.visitId > visitId,
			configuration,
			send: (signal) => signalling.send(visitId, JSON.stringify(signal)),
			onChange: () => this.#tell(),
		});
		this.#links.set(visitId, { link, line: newLine, totals: null });
		void link.give(this.#sent);
	}

	take(from: string, data: string): void {
		const held = this.#links.get(from);
		const signal = readSignal(data);
		if (signal === null) return;
		if (signal.type === 'bye') {
			this.#early = this.#early.filter((one) => one.from !== from);
			held?.link.close();
			this.#links.delete(from);
			this.#tell();
		} else if (held !== undefined) held.link.take(signal);
		else this.#early = [...this.#early, { from, data }].slice(-EARLY_SIGNALS);
	}

	async give(sent: Sent): Promise<void> {
		this.#sent = sent;
		await Promise.all([...this.#links.values()].map(({ link }) => link.give(sent)));
	}

	async #measure(): Promise<void> {
		this.#openMissing();
		for (const held of this.#links.values()) {
			if (held.link.connection === null || held.link.state !== 'connected') continue;
			const { totals, measure } = await measureLine(held.link.connection, held.totals);
			held.totals = totals;
			held.line = lineAfter(held.line, measure, this.#links.size + 1);
		}
		this.#limit();
		this.#tell();
	}

	#limit(): void {
		for (const { link, line } of this.#links.values()) void link.limit(budgetOf(line, this.#links.size + 1));
	}

	#tell(): void {
		this.#options.onChange(
			[...this.#links].map(([visitId, { link, line }]) => ({
				visitId,
				stream: link.stream,
				state: link.state,
				isHeldBack: link.isHeldBack,
				holdsBack: line.step === 0,
			})),
		);
	}

	close(): void {
		clearInterval(this.#measuring);
		for (const [visitId, { link }] of this.#links) {
			this.#options.signalling.send(visitId, JSON.stringify({ type: 'bye' }));
			link.close();
		}
		this.#links.clear();
	}
}
