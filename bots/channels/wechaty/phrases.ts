/** Every sentence of this channel that a person can read. What the dialog says is in bots/engine/phrases. */
export const phrases = {
  /** A message our door refused: said to its sender, so that nobody waits for an answer that never comes. */
  notTaken: '抱歉，刚才这条消息没能收下，请换个说法再发一次。',
  /** The text came through, the photo did not. */
  photoMissing: '（有一张照片暂时发不出来。）',
  /** Names of what cannot be read, by wechaty's message type. */
  kinds: {
    Attachment: '文件',
    Audio: '语音',
    ChatHistory: '聊天记录',
    Contact: '名片',
    Emoticon: '表情',
    GroupNote: '群待办',
    Image: '图片',
    Location: '位置',
    MiniProgram: '小程序',
    Post: '图文',
    RedEnvelope: '红包',
    Transfer: '转账',
    Url: '链接',
    Video: '视频',
    Unknown: '这种消息',
  },
  photoTooLarge: '超过 10 MB 的图片',
} as const;

/** How people name a kind of message. */
export const kindName = (type: string): string =>
  (phrases.kinds as Readonly<Record<string, string>>)[type] ?? phrases.kinds.Unknown;
