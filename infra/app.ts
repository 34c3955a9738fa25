import { join } from 'node:path';
import { bundle } from './bundle.ts';
import { makeApp } from './makeApp.ts';
import { root } from './root.ts';

/** `npm run synth`: bundles the functions and synthesises the stacks. The CDK command line runs it too, and says where to write. */
await bundle();
makeApp({ outDir: process.env.CDK_OUTDIR ?? join(root, 'cdk.out') }).synth();
