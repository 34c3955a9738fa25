import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readChecked } from '../../../infra/commands/city/readChecked.ts';
import { withChange } from '../smallCity.ts';

test('a note is printed beside the faults, and the city is as good as without it', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'city-'));
  const hole = '[[121.482,31.232],[121.483,31.232],[121.483,31.2325],[121.482,31.2325],[121.482,31.232]]';
  try {
    const texts = withChange(
      'areas.geojson',
      '[121.48,31.24],[121.48,31.23]]]',
      `[121.48,31.24],[121.48,31.23]],${hole}]`,
    );
    for (const [file, text] of Object.entries(texts)) {
      await mkdir(dirname(join(dir, file)), { recursive: true });
      await writeFile(join(dir, file), text);
    }
    const lines: string[] = [];
    const city = await readChecked(dir, {
      out: (line) => void lines.push(`out ${line}`),
      err: (line) => void lines.push(`err ${line}`),
      open: () => Promise.reject(new Error('Nothing is to be opened')),
    });
    expect(city?.id).toBe('small');
    expect(lines).toEqual([
      'err 提示 areas.geojson:2: 网格之间空着 5282 平方米，如 121.482500, 31.232250 处。若不是有意留出的，划给旁边的网格。',
    ]);
  } finally {
    await rm(dir, { recursive: true });
  }
});
