import { bundle } from '../../bundle.ts';
import { synthesise } from '../../synthesise.ts';

/** Run by `prepareAssembly` as a process of its own, so that the cloud development kit is not kept in memory: bundles and synthesises into a folder. */
const [, , folder] = process.argv;
if (!folder) throw new Error('Usage: node buildAssembly.ts FOLDER');
await bundle(folder);
synthesise({ stage: 'local', outDir: `${folder}/cdk.out`, bundles: `${folder}/functions` });
