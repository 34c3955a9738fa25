import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { replay } from '../../support/replay.ts';
import { seekViolation } from '../seekViolation.ts';

/** Says what the model finds with a bug in it, and whether the journey it wrote shows it again. */
const found = await seekViolation({ runs: Number(process.argv[2]) });
const again = found && (await replay(found.file)).violation?.law;
if (found) rmSync(dirname(found.file), { recursive: true });
console.log(JSON.stringify({ ...found, again }));
