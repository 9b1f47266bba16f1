/** What one connection, person or document may ask of the server. Tests pass smaller ones. */
export interface CollabLimits {
	/** A larger change is refused; anything twice as large is cut by the websocket itself. */
	readonly frameBytes: number;
	/** Changes a second in the long run, and how many may come at once. */
	readonly changesPerSecond: number;
	readonly changeBurst: number;
	/** All frames: y-websocket sends back every cursor movement of others, which costs next to nothing. */
	readonly framesPerSecond: number;
	readonly frameBurst: number;
	readonly awarenessBytes: number;
	/** Past this, a reader that does not keep up is cut, and resyncs when it is back. */
	readonly readerBacklogBytes: number;
	readonly connectionsPerPerson: number;
	readonly connectionsPerDocument: number;
	/** Changes that wait for the database, all documents together. */
	readonly unsavedBytes: number;
	/** Journal rows of an open document after which they are folded into the snapshot. */
	readonly rowsBeforeCompaction: number;
	readonly versionsPerDocument: number;
	readonly heartbeatMs: number;
}

export const defaultLimits: CollabLimits = {
	frameBytes: 2 * 1024 * 1024,
	changesPerSecond: 100,
	changeBurst: 500,
	framesPerSecond: 1_000,
	frameBurst: 3_000,
	awarenessBytes: 2_048,
	readerBacklogBytes: 8 * 1024 * 1024,
	connectionsPerPerson: 40,
	connectionsPerDocument: 64,
	unsavedBytes: 64 * 1024 * 1024,
	rowsBeforeCompaction: 500,
	versionsPerDocument: 100,
	// y-websocket gives a connection up after 30 s of silence.
	heartbeatMs: 15_000,
};
