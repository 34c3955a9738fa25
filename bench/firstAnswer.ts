import { readFileSync } from 'node:fs';
import { openGrid } from '../shared/domain/grid/openGrid.ts';

/** A process that never saw a grid: `node bench/firstAnswer.ts FILE LNG LAT` prints what the first answer took. */
const [, , file = '', lng, lat] = process.argv;
const bytes = readFileSync(file);
const heap = process.memoryUsage();
const start = performance.now();
const index = openGrid(bytes).locate(Number(lng), Number(lat));
const ms = performance.now() - start;
const after = process.memoryUsage();
const grown = after.heapUsed - heap.heapUsed + after.arrayBuffers - heap.arrayBuffers;
process.stdout.write(JSON.stringify({ index, ms, bytes: bytes.length + grown }));
