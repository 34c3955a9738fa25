import { registerHooks } from 'node:module';
import { type BugName, PLANTED_BUGS } from './plantedBugs.ts';

/** Loaded before everything else (`--import`): one line of one source file reads otherwise, in this process alone. */
const name = process.env.PLANTED_BUG as BugName | undefined;
const bug = name && PLANTED_BUGS[name];
if (!bug) throw new Error(`There is no bug called ${name}`);

registerHooks({
  load: (url, context, next) => {
    const loaded = next(url, context);
    if (!url.endsWith(bug.file)) return loaded;
    const source = String(loaded.source);
    if (source.split(bug.line).length !== 2)
      throw new Error(`${bug.file} has not this line once: ${bug.line}`);
    return { ...loaded, source: source.replace(bug.line, () => bug.instead) };
  },
});
