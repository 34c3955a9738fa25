import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalCloud, startLocalCloud } from '../infra/local/LocalCloud.ts';
import { wakefulCity } from './wakefulCity.ts';

/** Runs with a fresh local cloud of the example city, and takes it down again. */
export const withCloud = async <T>(work: (cloud: LocalCloud, dataDir: string) => Promise<T>): Promise<T> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'wangge-bench-'));
  const cloud = await startLocalCloud({ dataDir, cityDir: wakefulCity(dataDir) });
  try {
    return await work(cloud, dataDir);
  } finally {
    await cloud.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
};

/** The staff of the leaf and unit the benches play with. */
export const staffOf = (cloud: LocalCloud): { readonly supervisor: string; readonly unit: string } => {
  const today = new Date(cloud.clock.now()).toISOString().slice(0, 10);
  const know = cloud.know();
  const holder = (role: 'supervisor' | 'handler', unit?: string): string => {
    const [row] = know.holders(role, '990101001001001', today, unit);
    if (!row) throw new Error(`Nobody is ${role}`);
    return `web:${row.person}`;
  };
  return { supervisor: holder('supervisor'), unit: holder('handler', 'U03') };
};
