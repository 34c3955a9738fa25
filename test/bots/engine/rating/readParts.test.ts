import { readParts } from '../../../../bots/engine/rating/readParts.ts';

describe('grades of three things', () => {
  test.each([
    ['A B C', { openness: 'A', result: 'B', overall: 'C', opinion: '' }],
    ['aba 修得很快', { openness: 'A', result: 'B', overall: 'A', opinion: '修得很快' }],
    ['A、B、A，修得很快', { openness: 'A', result: 'B', overall: 'A', opinion: '修得很快' }],
    ['信息公开A，服务结果B，总体B，来得慢', { openness: 'A', result: 'B', overall: 'B', opinion: '来得慢' }],
    ['总体：满意 信息公开：不满意', { openness: 'D', overall: 'B', opinion: '' }],
    ['服务结果不太满意', { result: 'D', opinion: '' }],
  ])('%s', (raw, parts) => {
    expect(readParts(raw)).toEqual(parts);
  });

  test.each([
    ['A'],
    ['A B'],
    ['A 修得很快'],
    ['满意'],
    ['ABC座电梯坏了'],
    ['总体没有不满意'],
    ['结果还没修好'],
    [''],
  ])('%s is none', (raw) => {
    expect(readParts(raw)).toBeUndefined();
  });
});
