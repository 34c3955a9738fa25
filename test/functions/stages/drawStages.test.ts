import { drawStages } from '../../../functions/stages/drawStages.ts';

test('a street that is gone has a row of its own, by the area that what is open there fell to', () => {
  const street = {
    street: '990101001',
    name: '一街道',
    gone: false,
    stages: { handling: 2 },
    open: 2,
    overdue: 0,
  };
  const gone = {
    street: '990101002',
    name: '小城区',
    gone: true,
    stages: { checking: 1 },
    open: 1,
    overdue: 1,
  };
  const { text } = drawStages([street, gone], false);
  const cells = [...text.matchAll(/<tr><t[dh]>.*?<\/tr>/gu)].map(([line]) =>
    line
      .replaceAll(/<[^>]*>/gu, ' ')
      .trim()
      .split(/\s+/u),
  );
  expect(cells).toEqual([
    ['街道', '处置中', '待核查', '在办', '超期'],
    ['一街道', '2', '0', '2', '0'],
    ['小城区（已撤并的街道', '990101002）', '0', '1', '1', '1'],
    ['合计', '2', '1', '3', '1'],
  ]);
});
