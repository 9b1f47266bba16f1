/**
 * `pnpm bench`: what can be said of speed on any machine. Sizes, and ratios against something
 * measured in the same run; never a time alone, because machines differ and this one is busy.
 *
 * `pnpm bench collab` measures the document host against its peers; `--quick` makes it small.
 * `pnpm bench anonymise` measures how well identifiers are found; `--tune` on the set rules are written on.
 * `pnpm bench schedule` measures how long the sessions of a series take to work out.
 * `pnpm bench rooms` measures how long a stage takes to be everybody's; `--quick` makes it small.
 * `pnpm bench call` has as many windows in one call as it takes.
 */
const [what = 'pages'] = process.argv.slice(2).filter((word) => !word.startsWith('--'));

if (what === 'pages') await import('./pages.ts');
else if (what === 'collab') await import('./collab/run.ts');
else if (what === 'anonymise') await import('./anonymise.ts');
else if (what === 'schedule') await import('./schedule.ts');
else if (what === 'rooms') await import('./rooms/run.ts');
else if (what === 'call') await import('./call.ts');
else throw new Error(`there is no benchmark named ${what}: pages, collab, anonymise, schedule, rooms, call`);
