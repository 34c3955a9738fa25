import { tooBigToCheck } from '../../../../infra/commands/city/tooBigToCheck.ts';

test('a map too big to compare can be checked by itself, unless the check would refuse it too', () => {
  expect(tooBigToCheck(499_000_001, 'cities/mine')).toBe(
    'areas.geojson 有 500 MB，太大，没有比较和检查：在地图软件里简化边界再导入，或执行 npm run city -- check cities/mine',
  );
  expect(tooBigToCheck(500_000_001, 'cities/mine')).toBe(
    'areas.geojson 有 501 MB，太大，没有比较和检查：在地图软件里简化边界再导入（检查和发布最多能读 500 MB）',
  );
});
