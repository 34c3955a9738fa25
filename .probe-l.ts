import { run } from './bench/.lat.ts';
for (const f of await run()) console.log(f.what, f.value);
process.exit(0);
