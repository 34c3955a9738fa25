import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Point, Ring } from '../shared/domain/city/City.ts';

/** What PostGIS says of points: the cells that cover each, and how long it took altogether. */
export interface PostgisAnswer {
  readonly version: string;
  readonly perSecond: number;
  readonly covers: readonly (readonly number[])[];
}

/**
 * Asks a database of its own, made for this and thrown away, with a GiST index, on one core, in one query: no time is lost between
 * client and server. Answers why not where PostgreSQL or PostGIS is not installed.
 */
export const askPostgis = (cells: readonly Ring[], points: readonly Point[]): PostgisAnswer | string => {
  const bin = binaries();
  if (bin === undefined) return 'PostgreSQL is not installed';
  const folder = mkdtempSync(join(tmpdir(), 'wangge-postgis-'));
  const user = databaseUser();
  if (user) chownSync(folder, user.uid, user.gid);
  const run = (program: string, args: readonly string[]): string =>
    execFileSync(join(bin, program), args, {
      ...{ cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'pipe'] },
      ...(user ?? {}),
    });
  const sql = (text: string): string => {
    writeFileSync(join(folder, 'query.sql'), text, { mode: 0o644 });
    const flags = ['--no-psqlrc', '-qAt', '-F', ' ', '-v', 'ON_ERROR_STOP=1'];
    return run('psql', [...flags, '-h', folder, '-U', 'bench', '-d', 'postgres', '-f', 'query.sql']);
  };
  let started = false;
  try {
    run('initdb', ['-D', join(folder, 'data'), '-U', 'bench', '-A', 'trust', '--no-sync']);
    const options = `-k ${folder} -c listen_addresses= -c fsync=off -c shared_buffers=512MB -c jit=off`;
    run('pg_ctl', ['-D', join(folder, 'data'), '-w', '-l', join(folder, 'log'), '-o', options, 'start']);
    started = true;
    sql(tables(cells, points));
    return { version: sql('SELECT postgis_lib_version();').trim(), ...ask(sql, points.length) };
  } catch (error) {
    const why = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    return `PostGIS did not answer: ${why.split('\n')[0]}`;
  } finally {
    if (started) run('pg_ctl', ['-D', join(folder, 'data'), '-m', 'immediate', 'stop']);
    rmSync(folder, { recursive: true, force: true });
  }
};

const ask = (sql: (text: string) => string, count: number): Omit<PostgisAnswer, 'version'> => {
  const query = 'SELECT p.id, c.id FROM points p JOIN cells c ON ST_Covers(c.shape, p.at)';
  const settings = "SET max_parallel_workers_per_gather = 0; SET work_mem = '64MB';";
  const covers: number[][] = Array.from({ length: count }, () => []);
  for (const line of sql(`${settings} ${query};`).split('\n')) {
    const [point, cell] = line.split(' ').map(Number);
    if (point !== undefined && cell !== undefined) covers[point]?.push(cell);
  }
  const plan = sql(`${settings} EXPLAIN (ANALYZE, TIMING OFF) ${query};`);
  const ms = Number(/Execution Time: ([\d.]+) ms/u.exec(plan)?.[1]);
  return { perSecond: count / (ms / 1000), covers };
};

const tables = (cells: readonly Ring[], points: readonly Point[]): string => {
  const shapes = cells.map(
    (ring, i) => `${i}\tPOLYGON((${ring.map(([lng, lat]) => `${lng} ${lat}`).join(',')}))`,
  );
  const places = points.map(({ lng, lat }, i) => `${i}\tPOINT(${lng} ${lat})`);
  return [
    'CREATE EXTENSION postgis;',
    'CREATE TABLE cells (id int, shape geometry); CREATE TABLE points (id int, at geometry);',
    ...['COPY cells FROM stdin;', ...shapes, '\\.', 'COPY points FROM stdin;', ...places, '\\.'],
    'CREATE INDEX ON cells USING gist (shape); VACUUM ANALYZE cells; VACUUM ANALYZE points;',
  ].join('\n');
};

/** Where the programs of the newest PostgreSQL are: Debian keeps them out of the path. */
const binaries = (): string | undefined => {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(':'),
  ];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'psql')));
};

/** PostgreSQL refuses to run as root; its own user then runs it. */
const databaseUser = (): { readonly uid: number; readonly gid: number } | undefined => {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
};
