import { knowCity } from '../../../../shared/domain/city/knowCity.ts';
import { playOn } from '../support/playOn.ts';
import { townKnowledge } from '../support/townKnowledge.ts';

/** S1 and S2, supervisors, and H1 of another unit speak through WeChat, under ids that are not those of the ledger. */
const onWechat = () => {
  const { city } = townKnowledge();
  const moved: Readonly<Record<string, string>> = { S2: 'wechaty:wxid_s2', H3: 'wechaty:wxid_h3' };
  const ledger = city.ledger.map((row) => ({ ...row, channel: moved[row.person] ?? row.channel }));
  return playOn(knowCity({ ...city, ledger }));
};

/** A lamp that the supervisor of the other cell saw, handled and waiting for a rating. */
const handled = async () => {
  const play = onWechat();
  const 报事的 = play.person('wechaty:wxid_s2');
  const 网格员 = play.person('web:S1');
  const 路灯所 = play.person('wechaty:wxid_h3');
  await 报事的.says('路灯坏了，建设路12号');
  await 报事的.says('确认');
  const [{ number = '' } = {}] = await play.cases();
  await 网格员.says('属实');
  await 路灯所.says('签收');
  await 路灯所.says('办结 换了灯泡，没有照片');
  await 网格员.says('合格');
  const ratingNow = async () => (await play.cases())[0]?.rating;
  return { play, 报事的, 网格员, 路灯所, number, ratingNow };
};

describe('somebody of the staff who reported something', () => {
  test('sees how it stands, with the buttons to rate it', async () => {
    const { 报事的, number } = await handled();
    for (const said of ['进度', `进度 ${number}`, number])
      expect(await 报事的.says(said)).toMatch(/现在：等您评价，请选一项。\nA 非常满意\nB 满意/u);
  });

  test('rates it by the button, the letter, or words', async () => {
    const first = await handled();
    await first.报事的.presses(first.报事的.card(), 'A 非常满意');
    await first.报事的.says('没有意见');
    expect(await first.ratingNow()).toEqual({ overall: 'A' });

    const second = await handled();
    await second.报事的.says('进度');
    await second.报事的.says('4');
    await second.报事的.says('灯还是暗');
    expect(await second.ratingNow()).toEqual({ overall: 'D', opinion: '灯还是暗' });
  });

  test('can add to it, and is not asked to do what is not theirs', async () => {
    const play = onWechat();
    const 报事的 = play.person('wechaty:wxid_s2');
    await 报事的.says('路灯坏了，建设路12号');
    await 报事的.says('确认');
    await 报事的.says('补充 灯罩也碎了');
    expect((await play.cases())[0]?.text).toContain('灯罩也碎了');
    await 报事的.says('好了');
    expect(await 报事的.says('进度')).not.toContain('1 属实');
    expect(await 报事的.says('待办')).toBe('现在没有要办的事。');
  });

  test('is the only one who rates it', async () => {
    const { play, 网格员, 路灯所, number, ratingNow } = await handled();
    for (const who of [网格员, 路灯所, play.person('web:S2'), play.person('web:r-9')]) {
      expect(await who.says(`进度 ${number}`)).not.toContain('A 非常满意');
      await who.says(`A ${number} 很好`);
      await who.presses(`${number}#5`, 'A 非常满意');
    }
    expect(await ratingNow()).toBeUndefined();
  });
});
