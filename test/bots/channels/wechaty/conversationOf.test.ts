import fc from 'fast-check';
import { addressOf, conversationOf } from '../../../../bots/channels/wechaty/conversationOf.ts';
import { conversationSchema } from '../../../../shared/contracts/turn.ts';

describe('the name of a conversation', () => {
  test.each([
    [{ contact: 'wxid_1' }, 'wechaty:wxid_1'],
    [{ contact: 'wxid_1', room: '19@chatroom' }, 'wechaty:19@chatroom~wxid_1'],
    [
      { contact: `@${'0a'.repeat(32)}`, room: `@@${'0a'.repeat(32)}` },
      `wechaty:@@${'0a'.repeat(32)}~@${'0a'.repeat(32)}`,
    ],
    [{ contact: '张三/1' }, 'wechaty:.5byg5LiJLzE'],
  ])('%j is %s', (address, conversation) => {
    expect(conversationOf(address)).toBe(conversation);
    expect(addressOf(conversation)).toEqual(address);
  });

  test('tells person and room back, whatever their ids, and is always one the door takes', () => {
    const id = fc
      .string({ minLength: 1, maxLength: 25, unit: 'grapheme' })
      .filter((text) => Buffer.byteLength(text) <= 50);
    fc.assert(
      fc.property(id, fc.option(id, { nil: undefined }), (contact, room) => {
        const address = room === undefined ? { contact } : { contact, room };
        const conversation = conversationOf(address);
        expect(conversationSchema.safeParse(conversation).success).toBe(true);
        expect(addressOf(conversation)).toEqual(address);
      }),
    );
  });

  test('keeps people apart whose ids differ in case alone', () => {
    expect(conversationOf({ contact: 'wxid_A' })).not.toBe(conversationOf({ contact: 'wxid_a' }));
  });

  test('is refused for nobody, for ids too long, and for another channel’s', () => {
    expect(() => conversationOf({ contact: '' })).toThrow('nobody');
    expect(() => conversationOf({ contact: 'a'.repeat(151) })).toThrow('151');
    for (const wrong of ['web:r-1', 'wechaty:', 'wechaty:a~b~c', 'wechaty:~a', 'wechaty:a~'])
      expect(() => addressOf(wrong)).toThrow('Not a conversation');
  });
});
