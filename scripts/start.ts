/** `pnpm start`: builds the pages if needed, then runs the server in this same process. */
import { buildPagesIfChanged } from './web-build.ts';

buildPagesIfChanged();
await import('../server/src/main.ts');
