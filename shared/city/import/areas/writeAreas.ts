import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Head } from './completeTree.ts';
import type { Spool } from './Spool.ts';

interface Given {
  readonly made: readonly Head[];
  /** With whether each has its shape in the spool. */
  readonly heads: readonly { readonly head: Head; readonly drawn: boolean }[];
  readonly spool: Spool;
}

/** Writes `areas.geojson`, one feature a line. */
export const writeAreas = async (path: string, { made, heads, spool }: Given): Promise<void> => {
  // A file of its own: a link that stands there is not followed.
  await rm(path, { force: true });
  const out = createWriteStream(path, { flags: 'wx' });
  const shapes = spool.take();
  let before = '{\n"type": "FeatureCollection",\n"features": [\n';
  const write = async ({ code, name, level, parent, kind }: Head, geometry: string): Promise<void> => {
    const properties = JSON.stringify({ code, name, level, parent, kind });
    const text = `${before}{"type":"Feature","properties":${properties},"geometry":${geometry}}`;
    before = ',\n';
    if (!out.write(text)) await once(out, 'drain');
  };
  for (const head of made) await write(head, 'null');
  for (const { head, drawn } of heads) {
    const next = drawn ? await shapes.next() : undefined;
    await write(head, next?.value ?? 'null');
  }
  await shapes.return(undefined);
  out.end(`${made.length + heads.length === 0 ? before : ''}\n]\n}\n`);
  await once(out, 'close');
};
