import { answerTurn } from '../../../bots/engine/answerTurn.ts';
import { shortId } from '../../../shared/domain/case/chain.ts';
import { playOn } from './support/playOn.ts';
import { townKnowledge } from './support/townKnowledge.ts';

describe('bad input', () => {
  test.each([
    ['', '没有收到文字'],
    ['   \n\t ', '没有收到文字'],
    ['😀👍🎉', '没看懂'],
    ['。。。！？', '没看懂'],
    ['9', '没有可以选的项目'],
    ['202609289999999', '没有查到这个编号'],
    ['确认', '没有要确认的内容'],
    ['地点不对', '没有要确认的内容'],
    ['签收', '没听明白'],
    ['asdf qwer', '没听明白'],
  ])('%j is answered in words', async (text, words) => {
    const play = playOn();
    expect(await play.person('web:r-1').says(text)).toContain(words);
    expect(await play.cases()).toHaveLength(0);
  });

  test.each([['😀'], [''], ['9'], ['好的']])('%j leaves a form as it is and asks again', async (text) => {
    const 张三 = playOn().person('web:r-1');
    await 张三.says('路灯坏了');
    const { form } = await 张三.session();
    expect(await 张三.says(text)).toContain('请告诉我在哪里');
    expect((await 张三.session()).form).toEqual(form);
  });

  test('ten thousand characters are cut at the limit, and the person is told', async () => {
    const play = playOn();
    const 张三 = play.person('web:r-1');
    const answer = await 张三.says(`建设路12号路灯坏了${'很黑'.repeat(5_000)}`);
    expect(answer).toContain('只留下前 2000 个字');
    expect(answer).toContain('请您核对');
    expect((await 张三.session()).form?.text).toHaveLength(2_000);
    expect(await 张三.says('灯罩也坏了')).toContain('后面的没有再加');
    await 张三.says('确认');
    expect((await play.cases())[0]?.text).toHaveLength(2_000);
  });

  test('cutting never leaves half a character', async () => {
    const 张三 = playOn().person('web:r-1');
    await 张三.says(`路灯坏了${'😀'.repeat(3_000)}`);
    expect((await 张三.session()).form?.text.isWellFormed()).toBe(true);
  });

  test('words that were not understood give way to those that come after them', async () => {
    const 张三 = playOn().person('web:r-1');
    await 张三.says('x'.repeat(10_000));
    expect(await 张三.says('路灯坏了，建设路12号')).toContain('说明：路灯坏了，建设路12号');
  });

  test.each([
    ['<script>alert(1)</script>'],
    ['=HYPERLINK("http://x","y")'],
    ['{{constructor}}'],
    ["'; DROP TABLE"],
  ])('%s is kept as the text it is', async (text) => {
    const play = playOn();
    const 张三 = play.person('web:r-1');
    await 张三.says('路灯坏了，建设路12号');
    await 张三.says(text);
    await 张三.says('确认');
    expect((await play.cases())[0]?.text).toBe(`路灯坏了，建设路12号\n${text}`);
  });

  test('voice and video are answered with what can be sent instead', async () => {
    const 张三 = playOn().person('web:r-1');
    expect(await 张三.sendsVoice()).toContain('请打字');
    await 张三.says('路灯坏了');
    expect(await 张三.sendsVoice()).toMatch(/请打字[\s\S]*请告诉我在哪里/u);
  });

  test('a message delivered again changes nothing and says nothing new', async () => {
    const play = playOn();
    const 张三 = play.person('web:r-1');
    await 张三.says('路灯坏了，建设路12号', 'a');
    await 张三.says('确认', 'b');
    expect(await 张三.says('确认', 'b')).toBe('');
    expect(await 张三.says('路灯坏了，建设路12号', 'a')).toBe('');
    expect(await play.cases()).toHaveLength(1);

    const know = townKnowledge();
    const session = { seen: [shortId('a')], lastAt: 0 };
    const again = { id: 'a', conversation: 'web:r-1', at: 1, said: { kind: 'text', text: '你好' } } as const;
    expect(answerTurn(session, again, know, {})).toEqual({ kind: 'done', session, replies: [] });
  });

  test('a button of a running dialog says its label', async () => {
    const play = playOn();
    const 张三 = play.person('web:r-1');
    await 张三.says('路灯坏了，建设路12号');
    await 张三.presses('', '确认');
    expect(await play.cases()).toHaveLength(1);
  });

  test('a card that never was does nothing', async () => {
    const 张三 = playOn().person('web:r-1');
    expect(await 张三.presses('202609280000001#3', '属实')).toContain('这张卡片已经过时了');
  });

  test('a refusal while filing asks again for what was refused', () => {
    const know = townKnowledge();
    const form = {
      text: '路灯坏了',
      photos: [],
      misses: 0,
      service: '01037',
      place: { lng: 121.471, lat: 31.231, name: '建设路12号' },
      steps: [],
    };
    const turn = { id: 'a', conversation: 'web:r-1', at: 1, said: { kind: 'text', text: '确认' } } as const;
    const refusedAs = (code: 'outsideCity' | 'alreadyOpen') =>
      answerTurn({ seen: [], lastAt: 0, form }, turn, know, { open: { kind: 'refused', refusal: { code } } });
    const outside = refusedAs('outsideCity');
    expect(outside).toMatchObject({ kind: 'done', replies: [{ wants: 'place' }] });
    expect(refusedAs('alreadyOpen')).toMatchObject({
      kind: 'done',
      replies: [{ text: '这件事已经登记过了。' }],
    });
  });
});
