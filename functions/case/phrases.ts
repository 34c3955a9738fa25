/** Every sentence of the case doors that dialogs do not say as well. */
export const phrases = {
  statuses: {
    waiting: '等前一家',
    assigned: '待签收',
    handling: '处置中',
    done: '已办好',
    returned: '已退回',
    released: '不用再办',
  },
  standsAt: (stage: string) => `它现在是「${stage}」，请先看看办到哪一步了。`,
  noSuchCase: '没有找到这个受理编号。',
  notYourPhoto: '这张照片不是在这里上传的。',
  photo: {
    missing: { message: '照片没有传上来，或者已经过期。', remedy: '请重新上传，再发送一次。' },
    tooLarge: { message: '照片太大了。', remedy: '请换一张小一些的。' },
    notAPhoto: { message: '这个文件不是照片。', remedy: '请换一张照片（JPEG、PNG、WebP 或 HEIC）。' },
  },
  patrolByStaff: '巡查上报由工作人员来报。',
  needed: {
    text: '请写明是什么事。',
    photo: '这类事要有照片。',
    phone: '这类事要留联系电话。',
    place: '请写明在什么地方。',
  },
} as const;
