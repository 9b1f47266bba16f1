/** A rule as somebody fills it in. Weekdays and days of a month follow the first day until chosen. */
import type { Ends, Recurrence } from '@entrepairs/contract/schedule';

const DAYS_A_WEEK = 7;
const DAY_MS = 86_400_000;

export class SeriesForm {
	startsOn = $state('');
	time = $state('18:30');
	durationMinutes = $state<number | null>(90);
	timeZone = $state('');
	rhythm = $state<'once' | 'week' | 'month'>('week');
	interval = $state<number | null>(1);
	/** Which day of the month: the nth weekday, the last one, or the day by its number. */
	monthly = $state<'nth' | 'last' | 'day'>('nth');
	ending = $state<'never' | 'on' | 'after'>('never');
	lastOn = $state('');
	count = $state<number | null>(10);
	place = $state('');
	link = $state('');
	#picked = $state<readonly number[]>([]);

	constructor(timeZone: string) {
		this.timeZone = timeZone;
	}

	/** The weekday of the first day, 1 for Monday; null before there is one. */
	get weekday(): number | null {
		const day = Date.parse(`${this.startsOn}T00:00:00Z`);
		return Number.isNaN(day) ? null : ((new Date(day).getUTCDay() + 6) % DAYS_A_WEEK) + 1;
	}

	get weekdays(): readonly number[] {
		if (this.#picked.length > 0) return this.#picked;
		return this.weekday === null ? [] : [this.weekday];
	}

	toggle(weekday: number): void {
		const now = this.weekdays;
		this.#picked = now.includes(weekday)
			? now.filter((day) => day !== weekday)
			: [...now, weekday].sort((a, b) => a - b);
	}

	/** The rules that a month offers for the first day. */
	get monthlyRules(): readonly { readonly key: 'nth' | 'last' | 'day'; readonly rule: Recurrence }[] {
		const { weekday } = this;
		if (weekday === null) return [];
		const every = 'month' as const;
		const interval = this.interval ?? 1;
		const day = Number(this.startsOn.slice(8));
		const nth = Math.ceil(day / DAYS_A_WEEK) as 1 | 2 | 3 | 4 | 5;
		const weekAfter = new Date(Date.parse(`${this.startsOn}T00:00:00Z`) + DAYS_A_WEEK * DAY_MS);
		const isLast = weekAfter.getUTCDate() < day;
		return [
			...(nth < 5 ? [{ key: 'nth' as const, rule: { every, interval, nth, weekday } }] : []),
			...(isLast ? [{ key: 'last' as const, rule: { every, interval, nth: -1 as const, weekday } }] : []),
			{ key: 'day', rule: { every, interval, day } },
		];
	}

	get recurrence(): Recurrence | null {
		if (this.rhythm === 'once') return null;
		if (this.rhythm === 'week') {
			// Without a first day that alone is to be filled in, and not its weekday too.
			const weekdays = this.weekday === null && this.weekdays.length === 0 ? [1] : [...this.weekdays];
			return { every: 'week', interval: this.interval ?? 0, weekdays };
		}
		const rules = this.monthlyRules;
		return (rules.find(({ key }) => key === this.monthly) ?? rules[0])?.rule ?? null;
	}

	/** Takes a rule over, as it is stored. */
	take(rule: Recurrence | null): void {
		this.rhythm = rule?.every ?? 'once';
		this.interval = rule?.interval ?? 1;
		if (rule === null) return;
		// One weekday, the first session's, follows the first day as in a new series: who puts a Tuesday
		// series on Thursdays changes the day, and that is that.
		if (rule.every === 'week') {
			const isOfFirstDay = rule.weekdays.length === 1 && rule.weekdays[0] === this.weekday;
			this.#picked = isOfFirstDay ? [] : [...rule.weekdays];
		} else if ('day' in rule) this.monthly = 'day';
		else this.monthly = rule.nth === -1 ? 'last' : 'nth';
	}

	get ends(): Ends {
		if (this.rhythm === 'once' || this.ending === 'never') return null;
		return this.ending === 'on' ? { on: this.lastOn } : { after: this.count ?? 0 };
	}

	/** What is sent. */
	get body() {
		return {
			startsOn: this.startsOn,
			time: this.time,
			durationMinutes: this.durationMinutes ?? 0,
			timeZone: this.timeZone,
			recurrence: this.recurrence,
			ends: this.ends,
			place: this.place.trim() === '' ? null : this.place,
			link: this.link.trim() === '' ? null : this.link,
		};
	}
}
