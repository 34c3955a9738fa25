import { refusedAtDoor } from '../../../functions/case/refusedAtDoor.ts';
import type { Refusal } from '../../../shared/domain/case/Refusal.ts';
import { smallKnowledge } from '../../support/smallCity.ts';

const know = smallKnowledge();

test.each<readonly [Refusal, number]>([
  [{ code: 'noSuchCase' }, 404],
  [{ code: 'notYours', stage: 'handling' }, 403],
  [{ code: 'handedOver', to: ['王秀英'], owner: 'unit@U03' }, 403],
  [{ code: 'selfCheck' }, 403],
  [{ code: 'publicMatter' }, 403],
  [{ code: 'wrongStage', stage: 'handling' }, 409],
  [{ code: 'returnedBefore' }, 409],
  [{ code: 'urgedAlready', again: 1_790_000_000_000 }, 409],
  [{ code: 'tooLong', most: '2wd' }, 409],
])('%j is %i, with its code and the words of the dialogs', (refusal, status) => {
  const error = refusedAtDoor(refusal, know);
  expect([error.status, error.code]).toEqual([status, refusal.code]);
  expect(error.message).toMatch(/[\u4e00-\u9fff]{4}/u);
});

test('what is not possible where it stands says where that is', () => {
  expect(refusedAtDoor({ code: 'wrongStage', stage: 'handling' }, know).remedy).toContain('处置中');
  expect(refusedAtDoor({ code: 'selfCheck' }, know).remedy).toBeUndefined();
});
