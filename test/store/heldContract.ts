import type { Held, HeldNotices } from '../../shared/application/ports.ts';
import { HELD_SHARDS } from '../../shared/contracts/table.ts';
import { type Turn, turnBodySchema } from '../../shared/contracts/turn.ts';

const MORNING = Date.parse('2026-09-29T07:30:00+08:00');

const notice = (conversation: string, seq: number, at: number): Turn => {
  const number = '202609280000001';
  const id = `${number}#${seq}#0`;
  return {
    v: 1,
    id,
    conversation,
    correlation: id,
    said: {
      kind: 'notice',
      notice: {
        id,
        kind: 'supplemented',
        number,
        at,
        service: '路灯异常',
        place: '建设路12号',
        text: '',
        photos: ['photos/a/1'],
        urgent: false,
        point: { lng: 121.47, lat: 31.23 },
      },
    },
  };
};

/** What every store of waiting notices promises. */
export const heldContract = (open: () => HeldNotices): void => {
  const all = async (now: number, most = 1_000): Promise<readonly Held[]> =>
    (
      await Promise.all(Array.from({ length: HELD_SHARDS }, (_, shard) => open().over(shard, now, most)))
    ).flat();
  const seqs = (held: readonly Held[]) => held.map(({ turn }) => Number(turn.id.split('#')[1]));

  test('a notice waits until its time has come, as it was, and until somebody takes it out', async () => {
    const held = { turn: notice('web:S1', 1, MORNING - 5_000), until: MORNING };
    await open().put([held]);
    expect(await all(MORNING - 1)).toEqual([]);
    expect(await all(MORNING)).toEqual([held]);
    expect(await all(MORNING + 86_400_000 * 400)).toEqual([held]);
    expect(turnBodySchema.parse((await all(MORNING))[0]?.turn)).toEqual(held.turn);
    await open().remove([held]);
    expect(await all(MORNING)).toEqual([]);
  });

  test('put again it is there once', async () => {
    const held = { turn: notice('web:S1', 1, MORNING - 5_000), until: MORNING };
    await open().put([held]);
    await open().put([held, held]);
    expect(await all(MORNING)).toEqual([held]);
    await open().remove([held]);
    await open().remove([held]);
  });

  test('of one conversation they come in the order in which it happened, also within one moment, page by page', async () => {
    const times = [9, 10, 11, 100].map((seq) => ({
      turn: notice('web:S1', seq, MORNING - 4_000),
      until: MORNING,
    }));
    const later = { turn: notice('web:S1', 2, MORNING - 3_000), until: MORNING };
    const behind = { turn: notice('web:S1', 1, MORNING - 3_500), until: MORNING + 120_000 };
    await open().put([behind, later, ...times.toReversed()]);
    expect(seqs(await all(MORNING + 120_000))).toEqual([9, 10, 11, 100, 2, 1]);
    expect(seqs(await all(MORNING + 120_000, 2))).toEqual([9, 10]);
    await open().remove([behind, later, ...times]);
    expect(await all(MORNING + 120_000)).toEqual([]);
  });

  test('many people’s lie in several shards, each person’s in one', async () => {
    const people = Array.from({ length: 60 }, (_, n) => `web:P${n}`);
    const held = people.flatMap((one) =>
      [1, 2].map((seq) => ({ turn: notice(one, seq, MORNING - seq), until: MORNING })),
    );
    await open().put(held);
    const shards = await Promise.all(
      Array.from({ length: HELD_SHARDS }, (_, shard) => open().over(shard, MORNING, 1_000)),
    );
    expect(shards.filter((shard) => shard.length > 0).length).toBeGreaterThan(1);
    expect(shards.flat()).toHaveLength(held.length);
    for (const shard of shards)
      for (const { turn } of shard)
        expect(shard.filter((one) => one.turn.conversation === turn.conversation)).toHaveLength(2);
    await open().remove(held);
    expect(await all(MORNING)).toEqual([]);
  });
};
