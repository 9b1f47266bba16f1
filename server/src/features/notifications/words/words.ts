/** What a mail can say; each language fills it. */
import type { NoticeKind } from '@entrepairs/contract/notifications';

export interface MailWords {
	readonly kinds: Readonly<
		Record<
			NoticeKind,
			{
				/** After the colon, the group. */
				subject(group: string): string;
				says(group: string): string;
			}
		>
	>;
	/** Why a session is cancelled, where nobody did it. */
	readonly tooFew: string;
	readonly unknownGroup: string;
	readonly hello: string;
	/** In the reader's zone, which is named. */
	when(span: string, zone: string): string;
	/** When it would have been, if it was moved. */
	before(time: string): string;
	cancelled(span: string, zone: string): string;
	forTheGroup(span: string, zone: string): string;
	/** Which session, where its hour does not matter any more. */
	ofDay(day: string): string;
	/** A session that was changed and is at the hour of its series: its place, or it was put back. */
	readonly changed: MailWords['kinds'][NoticeKind];
	readonly open: string;
	readonly choose: string;
	readonly stop: string;
	readonly stopAll: string;
	readonly digest: { subject(count: number): string; readonly intro: string };
}
