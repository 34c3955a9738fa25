import { publicOwner } from '../../../shared/domain/case/publicOwner.ts';

describe('whose turn it is, as it leaves the system', () => {
  test('a post stays, of a resident no more is told than that it is one', () => {
    expect(publicOwner('unit@U03')).toBe('unit@U03');
    expect(publicOwner('supervisor@990101001001001')).toBe('supervisor@990101001001001');
    expect(publicOwner('resident@wechaty:wxid_1')).toBe('resident');
  });
});
