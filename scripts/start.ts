/** `pnpm start`: builds the pages if needed, then runs the server in this same process. */
import { buildPagesIfChanged } from './web-build.ts';

buildPagesIfChanged();
// Someone trying it wants the address, not a line a request.
process.env['LOG_LEVEL'] ??= 'warn';
await import('../server/src/main.ts');
