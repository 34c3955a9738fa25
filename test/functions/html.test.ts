import fc from 'fast-check';
import { html } from '../../functions/console/html.ts';

test.each([
  ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  [
    '<a class=btn>x</a><cwdb-action action=call endpoint=arn:x>',
    '&lt;a class=btn&gt;x&lt;/a&gt;&lt;cwdb-action action=call endpoint=arn:x&gt;',
  ],
  [`" onmouseover='x'`, '&quot; onmouseover=&#39;x&#39;'],
  ['a&amp;b', 'a&amp;amp;b'],
  ['\u202Egnp.exe\u200B', 'gnp.exe'],
])('%s stays text', (hostile, shown) => {
  expect(html`<p>${hostile}</p>`.text).toBe(`<p>${shown}</p>`);
});

test('markup of our own and lists of it go in as they are; nothing else does', () => {
  expect(html`<ul>${['<b>', 'c'].map((item) => html`<li>${item}</li>`)}</ul>`.text).toBe(
    '<ul><li>&lt;b&gt;</li><li>c</li></ul>',
  );
  expect(html`${undefined}${null}${0}${{ text: '<b>' }}`.text).toBe('0[object Object]');
});

test('whatever people wrote, the only tags are those of the template', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (said) => {
      const { text } = html`<td title="${said}">${said}</td>`;
      expect(text.match(/[<>]/gu)).toHaveLength(4);
      expect(text.match(/"/gu)).toHaveLength(2);
    }),
  );
});
