/** Every sentence of the public page where a receipt is checked. Short and plain: a 70-year-old reads it. */
export const phrases = {
  title: '查验办理记录',
  intro: '您报的事，每一步都记在案。写上受理编号和凭证，就能看到记录全不全、有没有被改过。',
  number: '受理编号',
  numberHint: '15 位数字',
  receipt: '凭证',
  receiptHint: '例如 1-7K3M-9QXT-2ABC-D4EF',
  check: '查验',
  again: '再查一件',
  where: '编号和凭证在登记成功的那条消息里，办好了的消息里也有。',
  incomplete: { message: '还差一项。', remedy: '受理编号和凭证都要写，再点“查验”。' },
  missed: {
    message: '没有查到：编号和凭证对不上。',
    remedy: (ask: string) => `请照消息再核对一遍。都没有抄错，还是查不到，${ask}`,
  },
  ask: (contact: { readonly name: string; readonly phone: string } | undefined) =>
    contact
      ? `请打电话 ${contact.phone}（${contact.name}），让他们查清楚。`
      : '请在聊天里回复「人工」，让他们查清楚。',
  whole: (entries: number) => `记录完整：共 ${entries} 条，一条接一条，没有被改过。`,
  brokenAt: (seq: number) => `记录不完整：从第 ${seq} 条起对不上，这一条被改过，或者少了。`,
  differs: '记录本身接得上，但和登记的现状对不上。',
  unaltered: (seq: number, at: string) =>
    `您的凭证是第 ${seq} 条的（${at}）。这一条在记录里，和当时一样，没有被改过。`,
  altered: (seq: number, at: string) =>
    `您的凭证是第 ${seq} 条的。这一条和当时不一样了（现在写的时间是${at}）。`,
  what: '事项',
  place: '地点',
  stage: '现在',
  history: '经过',
  left: '提醒一类的记录没有列出来。各人写的话、照片、姓名和电话，这里都不公开。',
  upTo: (seq: number) => `下面只列到第 ${seq} 条为止。`,
  seq: (seq: number) => `第 ${seq} 条`,
} as const;
