import { Listener } from '../../../../infra/local/journey/Listener.ts';
import type { Person } from '../../../../infra/local/journey/Person.ts';
import type { Reply } from '../../../../shared/contracts/reply.ts';

const hearing = (...said: readonly Reply[]) => {
  const replies = [...said];
  const person: Person = {
    send: async () => undefined,
    press: async () => undefined,
    heard: async () => replies,
    arrival: (ms) => new Promise((resolve) => setTimeout(resolve, Math.min(ms, 5))),
    leave: async () => undefined,
  };
  return { listener: new Listener('张三', person, () => undefined), replies };
};

type Heard = Awaited<ReturnType<Listener['hear']>>;
const groups = (heard: Heard): readonly string[] => ('instead' in heard ? [] : [...heard]);

describe('a listener', () => {
  test('takes the first message that fits and was not heard yet', async () => {
    const { listener } = hearing({ text: '第一条' }, { text: '第二条' }, { text: '第二条，再来' });
    expect(groups(await listener.hear(/第二条(.*)/u, 50))).toEqual(['第二条', '']);
    expect(groups(await listener.hear(/第二条(.*)/u, 50))).toEqual(['第二条，再来', '，再来']);
    expect(groups(await listener.hear(/第一条/u, 50))).toEqual(['第一条']);
  });

  test('hears choices as numbered lines', async () => {
    const { listener } = hearing({ text: '请核实', choices: ['属实', '不属实'] });
    expect(groups(await listener.hear(/^请核实\n1 属实\n2 不属实$/u, 50))).toHaveLength(1);
  });

  test('waits for what comes later', async () => {
    const { listener, replies } = hearing();
    setTimeout(() => replies.push({ text: '来了' }), 30);
    expect(groups(await listener.hear(/来了/u, 500))).toHaveLength(1);
  });

  test('says what was heard instead', async () => {
    const { listener } = hearing({ text: '别的' });
    expect(await listener.hear(/来了/u, 20)).toEqual({ instead: ['别的'] });
  });

  test('has as news what came since the mark and was not heard', async () => {
    const { listener, replies } = hearing({ text: '以前' });
    await listener.mark();
    expect(await listener.news()).toEqual([]);
    replies.push({ text: '甲' }, { text: '乙' });
    await listener.hear(/甲/u, 50);
    expect(await listener.news()).toEqual(['乙']);
  });
});
