import { join } from 'node:path';
import { makeApp } from './makeApp.ts';
import { root } from './root.ts';

/** Run by the CDK command line, which says where to write, or by hand. */
makeApp({ outDir: process.env.CDK_OUTDIR ?? join(root, 'cdk.out') }).synth();
