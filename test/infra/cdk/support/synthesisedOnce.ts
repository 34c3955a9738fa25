import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../../infra/root.ts';

const cache = join(root, 'node_modules/.cache/wangge-cdk');
const program = join(import.meta.dirname, 'synthesiseStages.ts');

/** Everything the templates follow from. */
const sources = (): readonly string[] =>
  ['infra', 'shared/contracts', 'bots/channels/wechaty']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
        join(folder, file),
      ),
    )
    .filter((file) => file.endsWith('.ts') && !file.startsWith('infra/local'))
    .concat(
      'cdk.json',
      'package.json',
      'package-lock.json',
      'infra/host/Dockerfile',
      'bots/engine/renderPlain.ts',
    )
    .sort();

const fingerprint = (): string => {
  const hash = createHash('sha256').update(readFileSync(program));
  for (const file of sources()) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex').slice(0, 16);
};

/**
 * Folder with every stage synthesised from the sources as they are. Done by one process of its own, five times faster
 * than inside jest, and once for all test files: kept under a hash of the sources.
 */
export const synthesisedOnce = (): string => {
  const wanted = fingerprint();
  const folder = join(cache, wanted);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const making = mkdtempSync(join(cache, 'making-'));
  const { status, stderr } = spawnSync(process.execPath, [program, making], { encoding: 'utf8' });
  if (status !== 0) {
    rmSync(making, { recursive: true });
    throw new Error(stderr);
  }
  for (const old of readdirSync(cache).filter((name) => !name.startsWith('making-') && name !== wanted)) {
    rmSync(join(cache, old), { recursive: true, force: true });
  }
  try {
    renameSync(making, folder);
  } catch {
    // Another test file was faster; what it made is the same.
    rmSync(making, { recursive: true });
  }
  return folder;
};
