import fc from 'fast-check';
import { maskPrivate } from '../../../shared/domain/privacy/maskPrivate.ts';

describe('what is masked', () => {
  test.each([
    ['我的电话13812345678', '我的电话138****5678'],
    ['打19912345678找我', '打199****5678找我'],
    ['13812345678,13987654321', '138****5678,139****4321'],
    ['+8613812345678', '138****5678'],
    ['+86 138-1234-5678', '138****5678'],
    ['0086 13812345678', '138****5678'],
    ['138 1234 5678', '138****5678'],
    ['138.1234.5678', '138****5678'],
    ['1381 2345 678', '138****5678'],
    ['138 123 45678', '138****5678'],
    ['1 3 8 1 2 3 4 5 6 7 8', '138****5678'],
    ['１３８１２３４５６７８', '138****5678'],
    ['138\u200b1234\u200d5678', '138****5678'],
    ['一三八一二三四五六七八', '138****5678'],
    ['幺三八一二三四五六七八', '138****5678'],
    ['手机：13812345678。', '手机：138****5678。'],
    ['021-12345678', '021-******78'],
    ['02112345678', '021-******78'],
    ['0571 8812 3456', '0571-******56'],
    ['（010）88888888', '010-******88'],
    ['座机88123456', '座机******56'],
    ['电话：8812 3456', '电话：******56'],
    ['身份证110101199003071234', '身份证**************1234'],
    ['11010119900307123X', '**************123X'],
    ['11010119900307123x。', '**************123x。'],
    ['110101 19900307 1234', '**************1234'],
    ['老身份证130503670401001', '老身份证***********1001'],
    ['卡号6222021234567890123', '卡号**** **** **** 0123'],
    ['6222 0212 3456 7890 123', '**** **** **** 0123'],
    ['4111-1111-1111-1111', '**** **** **** 1111'],
    ['4111111111111111', '**** **** **** 1111'],
    ['a.b+c@mail.example.com', 'a***@mail.example.com'],
    ['邮箱zhangsan@qq.com', '邮箱z***@qq.com'],
    ['微信号：zhang_san88', '微信号：zh****'],
    ['加v zhang123456', '加v zh****'],
    ['微信wxid_abcdef12', '微信wx****'],
    ['QQ号12345678', 'QQ号12****'],
    ['编号202609280000123，电话13812345678', '编号202609280000123，电话138****5678'],
    ['张三 13812345678 建设路12号', '张三 138****5678 建设路12号'],
    ['第一行13812345678\n第二行', '第一行138****5678\n第二行'],
  ])('%j becomes %j', (text, masked) => {
    expect(maskPrivate(text)).toBe(masked);
  });
});

describe('what stays', () => {
  test.each([
    '建设路12号1302室',
    '建设路138号',
    '3栋2单元1801室',
    '2026-09-28 14:30',
    '2026-09-28T14:30:00+08:00',
    '20260928',
    '2026年9月28日',
    '14:30:00',
    '202609280000123',
    '受理编号：202612310000001',
    '202601010000001、202602290000002',
    '来电时间 20260928',
    '990101001001001',
    '310101001001001',
    '3205080101000001',
    '99010101037000001',
    '价格1380元，一共138000元',
    '13.80 14.50 22.30元',
    '12345热线',
    '拨打110、119、120',
    '电话12345',
    '电话：400-800-1234',
    '4008001234',
    '京A12345',
    '粤BD12345',
    '坐标121.4712,31.2304',
    '1790582400000',
    '事项01037',
    '91310000MA1FL0AB12',
    '路灯坏了两天了',
    '一二三四五六七八九十',
    '张三',
    'photos/web.r-1/0b2f6c1e-8f1a-4c55-9d3b-2a7f00000000',
    '微信',
    '@所有人',
    '',
  ])('%s', (text) => {
    expect(maskPrivate(text)).toBe(text);
  });

  test('case numbers of every day of a century', () => {
    for (let day = 0; day < 36_525; day++) {
      const date = new Date(Date.UTC(2000, 0, 1 + day)).toISOString().slice(0, 10).replaceAll('-', '');
      const text = `件${date}0${String(day).padStart(6, '0')}号`;
      if (maskPrivate(text) !== text) throw new Error(text);
    }
  });
});

describe('any text', () => {
  test('no whole mobile number is left, wherever it stands', () => {
    const around = fc.string({
      unit: fc.constantFrom('灯', '，', ' ', 'a', '-', '。', '😀', '：'),
      maxLength: 10,
    });
    const number = fc.tuple(fc.integer({ min: 13, max: 19 }), fc.integer({ min: 0, max: 999_999_999 }));
    fc.assert(
      fc.property(around, number, around, (before, [head, tail], after) => {
        const phone = `${head}${String(tail).padStart(9, '0')}`;
        expect(maskPrivate(`${before}${phone}${after}`)).not.toContain(phone);
      }),
    );
  });

  test('masking twice changes nothing more', () => {
    const parts = fc.constantFrom(
      '13812345678',
      '021-12345678',
      '110101199003071234',
      'ab@c.cn',
      '微信号zhang_san',
      ' ',
      '号',
      '4111111111111111',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 6 }), (list) => {
        const once = maskPrivate(list.join('，'));
        expect(maskPrivate(once)).toBe(once);
      }),
    );
  });

  test('at most 2,000 characters come back, and a number at the cut is masked', () => {
    expect(maskPrivate('啊'.repeat(20_000))).toHaveLength(2_000);
    for (let at = 1_980; at <= 2_000; at++) {
      expect(maskPrivate(`${'啊'.repeat(at)}13812345678`)).not.toMatch(/138\d/u);
    }
  });

  test.each([
    ['digits', '1'.repeat(20_000)],
    ['digits and spaces', '1 '.repeat(10_000)],
    ['digits and dashes', '0571-'.repeat(4_000)],
    ['groups of four', '4111 '.repeat(4_000)],
    ['word characters', 'a'.repeat(20_000)],
    ['half addresses', 'a@a.'.repeat(5_000)],
    ['many at signs', '@'.repeat(20_000)],
    ['dots', 'a.'.repeat(10_000)],
    ['telephone words', '电话'.repeat(10_000)],
    ['WeChat words', '微信wx'.repeat(5_000)],
    ['Chinese digits', '一三八'.repeat(7_000)],
    ['brackets', '（0'.repeat(10_000)],
  ])('%s cannot make it slow', (_name, text) => {
    const start = performance.now();
    for (let turn = 0; turn < 20; turn++) maskPrivate(text);
    // Twenty times 2,000 characters: about 20 ms; a pattern that goes back and forth takes seconds.
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  test('random pieces cannot make it slow', () => {
    const piece = fc.constantFrom(
      '1',
      '13',
      '0571',
      '-',
      ' ',
      '@',
      '.',
      'a',
      '微信',
      'QQ',
      '电话',
      '：',
      '一三',
      '110101',
      '1990',
      '6222',
      '+86',
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 500, maxLength: 1_500 }), (pieces) => {
        const start = performance.now();
        maskPrivate(pieces.join(''));
        expect(performance.now() - start).toBeLessThan(500);
      }),
      { numRuns: 200 },
    );
  });
});
