import { failedItems } from '../../../../infra/local/compute/failedItems.ts';

const reports = { reportsItemFailures: true };
const ids = ['a', 'b', 'c'];

describe('failedItems', () => {
  test.each([
    [null, []],
    [{}, []],
    [{ batchItemFailures: [] }, []],
    [{ batchItemFailures: [{ itemIdentifier: 'b' }] }, ['b']],
    [{ batchItemFailures: [{ itemIdentifier: '' }] }, ids],
    [{ batchItemFailures: [{ itemIdentifier: 'unknown' }] }, ids],
    [{ batchItemFailures: [{}] }, ids],
    [{ batchItemFailures: 'b' }, ids],
  ])('%j means that %j failed', (payload, failed) => {
    expect(failedItems(payload, ids, reports)).toEqual(failed);
  });

  test('an answer means nothing where the mapping does not ask for one', () => {
    expect(
      failedItems({ batchItemFailures: [{ itemIdentifier: 'b' }] }, ids, { reportsItemFailures: false }),
    ).toEqual([]);
  });
});
