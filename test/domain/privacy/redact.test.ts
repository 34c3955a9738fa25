import { isPrivateField, PRIVATE_FIELDS, redact } from '../../../shared/domain/privacy/redact.ts';

describe('redact', () => {
  test.each([
    'text',
    'phone',
    'opinion',
    'report',
    'name',
    'token',
    'reason',
    'said',
    'place',
    'photos',
    'url',
    'authorization',
    'cookie',
    'secret',
    'lng',
    'lat',
  ])('%s is private at any depth', (field) => {
    expect(PRIVATE_FIELDS.has(field)).toBe(true);
    expect(redact({ [field]: 'x', inner: [{ [field]: { deep: 1 } }] })).toEqual({
      [field]: '[private]',
      inner: [{ [field]: '[private]' }],
    });
  });

  test.each([
    'Authorization',
    'AUTHORIZATION',
    'webhook-signature',
    'Set-Cookie',
    'access_token',
    'photo_urls',
    'sourceIp',
    'id-number',
  ])('%s is private however it is spelled', (field) => {
    expect(isPrivateField(field)).toBe(true);
  });

  test('what is needed to follow a case stays', () => {
    const line = {
      number: '202609280000123',
      stage: 'handling',
      service: '01037',
      unit: 'U03',
      leaf: '990101001001001',
      correlation: 'c-1',
      id: 'm-1',
      seq: 3,
      at: 1_790_582_400_000,
      overdue: false,
      nothing: null,
    };
    expect(redact(line)).toEqual(line);
  });

  test('an absent private field stays absent', () => {
    expect(redact({ phone: undefined, text: null })).toEqual({ phone: undefined, text: null });
  });

  test('private numbers inside other strings are masked', () => {
    expect(redact({ note: '打13812345678', list: ['110101199003071234'] })).toEqual({
      note: '打138****5678',
      list: ['**************1234'],
    });
  });

  test('the original is not touched', () => {
    const original = { phone: '13812345678', inner: { text: '路灯', list: [{ name: '张三' }] } };
    const before = structuredClone(original);
    redact(original);
    expect(original).toEqual(before);
  });

  test('cycles end, and the same thing twice is no cycle', () => {
    const ring: { self?: unknown; id: number } = { id: 1 };
    ring.self = ring;
    expect(redact(ring)).toEqual({ id: 1, self: '[cycle]' });
    const shared = { id: 2 };
    expect(redact([shared, shared])).toEqual([{ id: 2 }, { id: 2 }]);
    const list: unknown[] = [];
    list.push([list]);
    expect(redact(list)).toEqual([['[cycle]']]);
  });

  test('great depth and width end', () => {
    let deep: unknown = 'bottom';
    for (let level = 0; level < 10_000; level++) deep = { in: deep };
    expect(JSON.stringify(redact(deep))).toContain('[deep]');
    const wide = redact(Array.from({ length: 1_000 }, (_, at) => at)) as unknown[];
    expect(wide).toHaveLength(101);
    expect(wide[100]).toBe('[900 more]');
  });

  test('errors tell their kind, their masked message and their cause', () => {
    const error = new TypeError('no such number 13812345678', { cause: new Error('a@example.com') });
    expect(redact({ error })).toMatchObject({
      error: {
        kind: 'TypeError',
        message: 'no such number 138****5678',
        cause: { message: 'a***@example.com' },
      },
    });
    expect(JSON.stringify(redact(error))).not.toContain('13812345678');
  });

  test.each([
    [new Date(0), '1970-01-01T00:00:00.000Z'],
    [new Date(Number.NaN), '[no date]'],
    [new Uint8Array(3), '[3 bytes]'],
    [10n, '10'],
    [() => 1, '[function]'],
    [Symbol('s'), '[symbol]'],
    [new Set(['13812345678']), ['138****5678']],
    [new Map([['phone', '1']]), { phone: '[private]' }],
    [undefined, undefined],
    [null, null],
    [Number.NaN, Number.NaN],
    [true, true],
  ])('%p becomes %p', (value, copied) => {
    expect(redact(value)).toEqual(copied);
  });

  test('names of the language are plain keys', () => {
    const copied = redact(JSON.parse('{"__proto__":{"phone":"1"},"constructor":1}')) as object;
    expect(Object.getPrototypeOf(copied)).toBe(Object.prototype);
    expect(JSON.stringify(copied)).toBe('{"__proto__":{"phone":"[private]"},"constructor":1}');
  });
});
