import { readableLine } from '../../../../infra/local/compute/FunctionLog.ts';

describe('a line of a function', () => {
  test('is shown with its level, its message and what it is about', () => {
    const line = JSON.stringify({
      level: 'INFO',
      message: 'people were told',
      timestamp: 'x',
      function_name: 'f',
      number: '1',
      notices: ['verifyTask'],
    });
    expect(readableLine('notify', line)).toEqual({
      level: 'INFO',
      from: 'notify',
      message: 'people were told number=1 notices=["verifyTask"]',
    });
  });

  test('says what went wrong', () => {
    const line = JSON.stringify({
      level: 'ERROR',
      message: 'failed',
      error: { name: 'TypeError', message: 'no' },
    });
    expect(readableLine('f', line)?.message).toBe('failed: TypeError: no');
  });

  test('is shown as it is where it is not JSON', () => {
    expect(readableLine('f', 'plain')).toEqual({ level: 'INFO', from: 'f', message: 'plain' });
    expect(readableLine('f', '  ')).toBeUndefined();
  });

  test('is not shown where it is a metric', () => {
    expect(readableLine('f', JSON.stringify({ _aws: {}, Turns: 1 }))).toBeUndefined();
  });
});
