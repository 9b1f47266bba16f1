/** The server that came with y-websocket 2, with its LevelDB persistence. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { WebSocketServer } from 'ws';
import { answerParent } from './measured.ts';

process.env['YPERSISTENCE'] = join(process.env['DATA_DIR'] as string, 'leveldb');
const { setupWSConnection } = createRequire(import.meta.url)('y-websocket-2/bin/utils');
const server = new WebSocketServer({ port: Number(process.env['PORT']), host: '127.0.0.1' });
server.on('connection', setupWSConnection);
server.on('listening', answerParent);
