import { rm } from 'node:fs/promises';
import { bundle } from '../../bundle.ts';
import { synthesise } from '../../synthesise.ts';

/** Run by `prepareAssembly` as a process of its own, so that the cloud development kit is not kept in memory: bundles and synthesises into a folder. */
const [, , folder] = process.argv;
if (!folder) throw new Error('Usage: node buildAssembly.ts FOLDER');
await bundle(folder);
synthesise({ stage: 'local', outDir: `${folder}/cdk.out`, bundles: `${folder}/functions` });
// The assembly has its own copy of every bundle.
await rm(`${folder}/functions`, { recursive: true });
