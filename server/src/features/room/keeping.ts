/** The text of a situation as it was at the end of each stage, kept under the stage's name. */
import { stageUnderWay } from '@entrepairs/domain/room/plan';
import type { Db } from '../../platform/database.ts';
import type { Log } from '../../platform/log.ts';
import type { CaseHistory } from '../cases/history.ts';
import type { RoomChange } from './acting.ts';

/** To be called once a change is committed; a version that cannot be kept holds nobody up. */
export function keepingStages(deps: {
	readonly db: Db;
	readonly log: Log;
	readonly keep: CaseHistory['keep'];
}): (change: RoomChange) => void {
	async function keep({ before, after, by }: RoomChange): Promise<void> {
		const { room } = before;
		const stage = stageUnderWay(room);
		const isEnded = after.room.phase === 'closing' || after.room.at > room.at;
		if (stage === null || !isEnded || stage.writes.length === 0) return;
		if (by === null || room.caseId === null) return;
		const { language } = await deps.db
			.selectFrom('groups')
			.where('id', '=', before.groupId)
			.select('language')
			.executeTakeFirstOrThrow();
		await deps.keep(by, room.caseId, stage.name[language]);
	}
	return (change) => {
		keep(change).catch((error) => deps.log.warn({ err: error }, 'a version of a stage was not kept'));
	};
}
