import { Timeline } from '../../../../../bots/channels/web/page/Timeline.ts';
import type { WireMessage } from '../../../../../shared/contracts/web.ts';

const heard = (seq: number, n = 0, text = `答${seq}.${n}`): WireMessage => ({
  id: `web:me#${seq}#${n}`,
  conversation: 'web:me',
  seq,
  at: seq,
  reply: { text },
});
const spoken = (seq: number, id: string): WireMessage => ({
  id,
  seq,
  at: seq,
  said: { kind: 'text', text: id },
});
const say = (timeline: Timeline, id: string): void =>
  timeline.addOwn({ id, said: { kind: 'text', text: id } });
const ids = (timeline: Timeline): string[] => timeline.items().map(({ id }) => id);

describe('the timeline', () => {
  test('puts what came out of order in order, and takes each message once', () => {
    const timeline = new Timeline();
    expect(timeline.receive([heard(2), heard(1, 1), heard(1, 0)])).toBe(3);
    expect(timeline.receive([spoken(1, 'a'), heard(1, 0), heard(2)])).toBe(0);
    expect(ids(timeline)).toEqual(['a', 'web:me#1#0', 'web:me#1#1', 'web:me#2#0']);
  });

  test('orders eleven replies of one turn by number, not by letter', () => {
    const timeline = new Timeline();
    timeline.receive([heard(1, 10), heard(1, 9)]);
    expect(ids(timeline)).toEqual(['web:me#1#9', 'web:me#1#10']);
  });

  test('keeps an own message above the answer to it, before and after it is confirmed', () => {
    const timeline = new Timeline();
    timeline.receive([heard(4)]);
    say(timeline, 'a');
    timeline.receive([heard(5)]);
    expect(ids(timeline)).toEqual(['web:me#4#0', 'a', 'web:me#5#0']);
    timeline.receive([spoken(5, 'a')]);
    expect(ids(timeline)).toEqual(['web:me#4#0', 'a', 'web:me#5#0']);
    expect(timeline.items()[1]).toMatchObject({ own: true, delivery: 'sent' });
  });

  test('believes the server that a message arrived, whatever a late failure says', () => {
    const timeline = new Timeline();
    say(timeline, 'a');
    timeline.receive([spoken(1, 'a')]);
    timeline.changeOwn('a', { delivery: 'failed' });
    expect(timeline.items()[0]).toMatchObject({ delivery: 'sent' });
  });

  test('moves a message that is said again to where it is said', () => {
    const timeline = new Timeline();
    say(timeline, 'a');
    timeline.receive([heard(1)]);
    timeline.moveToEnd('a');
    expect(ids(timeline)).toEqual(['web:me#1#0', 'a']);
  });

  test('keeps the photo of this device when the server gives its own address', () => {
    const timeline = new Timeline();
    timeline.addOwn({ id: 'p', said: { kind: 'photo', key: '' }, photoUrls: ['blob:here'] });
    const said = { kind: 'photo', key: 'photos/web.me/k' } as const;
    timeline.receive([{ id: 'p', seq: 1, at: 1, said, photoUrls: ['https://there'] }]);
    expect(timeline.items()[0]).toMatchObject({ said, photoUrls: ['blob:here'] });
  });

  test('shows no greeting request, but counts its place', () => {
    const timeline = new Timeline();
    timeline.receive([{ id: 'h', seq: 1, at: 1, said: { kind: 'hello' } }, heard(1)]);
    expect([ids(timeline), timeline.firstSeq, timeline.lastSeq]).toEqual([['web:me#1#0'], 1, 1]);
  });
});
