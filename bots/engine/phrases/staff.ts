/** Every sentence of the dialog with those who verify, dispatch, handle and check. */
export const staff = {
  greet: (city: string) =>
    `您好，这里是${city}网格工作台。回复「待办」看要办的事；发现问题直接说，就能上报。`,
  help: '这样用：\n· 待办：看要办的事\n· 点按钮，或回复按钮上的字；手上有几件时在后面加编号，例如：签收 202609280000001\n· 编号：看这一件办到哪了\n· 报事：自己上报\n· 返回、取消、人工',
  labels: {
    verify: ['属实', '不属实', '修改'],
    sign: ['签收'],
    finish: ['办结'],
    check: ['合格', '不合格'],
  },
  /** Words of the field that are not possible here. */
  notHere: ['并案', '当场办结', '退回', '延期', '会办', '转办', '挂账'],
  notPossible: (word: string, possible: readonly string[]) =>
    possible.length === 0
      ? `这里办不了「${word}」。回复「待办」看现在要办的事。`
      : `这里办不了「${word}」。现在可以回复：${possible.join('、')}。`,
  onlyWord: (word: string) => `没有办。要「${word}」，请只回复这两个字，不加别的话。`,
  hint: (count: number) =>
    `没看懂。您手上有 ${count} 件事，回复「待办」查看；要上报新的事，请说清是什么事、在哪里，或先回复「报事」。`,
  noTasks: '现在没有要办的事。',
  noTasksFound: '您这一片的事太多，没有全部查到；查到的里面没有要您办的。知道编号的，请直接回复编号。',
  noTaskFor: (word: string) => `现在没有可以「${word}」的事。回复「待办」看要办的事。`,
  noTaskFound: (word: string) =>
    `您要办的事较多，没有查到可以「${word}」的。请在后面加编号，例如：${word} 202609280000001。`,
  /** Not all could be looked at: there may be older ones. */
  listSome: (shown: number) =>
    `您要办的事很多，没有全部查到，先列 ${shown} 件；其他的直接回复编号。看哪一件？`,
  listTasks: (count: number, shown: number) =>
    count > shown
      ? `您要办的事较多，先列最早的 ${shown} 件；其他的直接回复编号。看哪一件？`
      : `您有 ${count} 件事要办，看哪一件？`,
  seeTasks: '回复「待办」看要办的事。',
  stepPassed: '那一步已经过去了。回复「待办」看要办的事。',
  whichUnits: '其他单位请直接回复单位名称。',

  verified: (number: string, next: string) => `已核实属实。${number}\n${next}`,
  corrected: (matter: string, number: string, next: string) =>
    `已改为「${matter}」并核实。${number}\n${next}`,
  declined: (number: string) => `已记为不属实，理由会告诉报事人。${number}`,
  signed: (number: string, due: string) => `已签收。${number}\n${due}办好后点「办结」。`,
  finished: (number: string, next: string) => `已报办结。${number}\n${next}`,
  passed: (number: string) => `已记为合格，现在请报事人评价。${number}`,
  failed: (number: string, next: string) => `已记为不合格，退回返工。${number}\n${next}`,
  dispatched: (unit: string, number: string) => `已派给${unit}。${number}`,

  askDecline: '为什么不属实？请选一条，或直接写原因。',
  declineReasons: ['现场没有发现', '已经有人处理好了', '说的地点不对', '不归政府管'],
  confirm: '确认',
  back: '返回',
  askReason: {
    decline: (reason: string) => `原因：${reason}\n报事人会看到。就这样记为「不属实」吗？也可以重新写。`,
    fail: (reason: string) =>
      `原因：${reason}\n报事人和承办单位会看到。就这样记为「不合格」吗？也可以重新写。`,
  },
  askFail: '哪里不合格？请选一条，或直接写原因。',
  failReasons: ['问题还在', '没有处理干净', '照片和现场不一样'],
  askCorrectPart: (matter: string) =>
    `现在是「${matter}」。要改哪一项？也可以直接说应该是什么事项，例如：井盖坏了。`,
  correctParts: { service: '事项', condition: '情形' },
  askCondition: (service: string) => `「${service}」是哪一种情形？`,
  chooseOne: '请选一项，或者回复「返回」。\n',
  askCorrect: '应该是什么事项？请用一句话说说，例如：井盖坏了。',
  offerServices: '改成哪一个事项？',
  noService: '没找到这样的事项。请换个说法。',
  finishing: (about: string) => `办结 ${about}`,
  askFinish: '请说说怎么处理的，并发一张照片。有几张照片请先发照片，最后发文字。',
  askFinishOnlyWords: '好的，不用照片。请说说怎么处理的，说完就提交。',
  askFinishPhoto: (words: string) => `处理结果：${words}\n再发一张照片就提交；没有照片就回复「直接提交」。`,
  askFinishWords: (photos: number) => `照片收到了，共 ${photos} 张。请说说怎么处理的，说完就提交。`,
  askFinishDoubt: (words: string) =>
    `处理结果：${words}\n听起来还没有全部办好。办好了请重新说一遍；就这样报，请回复「直接提交」。`,
  submit: '直接提交',
  notDone: (number: string, photos: number) =>
    `好的，${number} 先不报办结。${photos > 0 ? '刚才的照片没有留下。' : ''}办好了点「办结」，再说怎么处理的。`,
  wordsNeeded: '要先说说怎么处理的，才能报办结。\n',
  photoAwaited: '照片还没有收到，发来就提交。\n',
  wordsPlease: '请用文字说。\n',
  strayPhoto: '照片收到了，但不知道给哪一件。请先点那一件的「办结」，再发照片；要上报请先回复「报事」。',

  askWork: (about: string) =>
    `这是说${about}吗？\n办好了请回复「办结」；还在办就不用回。要另报一件新的，请回复「上报」。`,
  askWorkUnsigned: (about: string) =>
    `这是说${about}吗？还没有签收。\n是的请先回复「签收」；要另报一件新的，请回复「上报」。`,
  thisTask: (name: string) => ` ${name} `,
  tasksInHand: (count: number) => `您手上 ${count} 件事里的一件`,
  reportNew: '上报',
  askVerdict: '没看懂，没有记。修好了请回复「合格」，没修好请回复「不合格」。',
  whatAbout: '没看懂，没有办。请按下面的按钮，或者只回复按钮上的字。\n',
  chooseAgain: '好的。\n',
  aboutCase: (number: string) => `（关于 ${number}）\n`,
  notTaken: '刚才的回答没有记。',
  now: (number: string) => `${number} 的情况：`,
  refused: {
    notYours: '这一件现在不归您办。',
    handedOver: (who: string) => `这件事已经交给${who}，您不用再办。`,
    wrongStage: '这一件现在不能办这一步。',
    noSuchCase: '没有查到这个编号，或者您不能看它。请核对编号，或回复「进度」看自己的事。',
    alreadyOpen: '这件事已经登记过了。',
    unknownService: '没有这个事项，请换一个。',
    unknownCondition: '没有这个情形，请换一个。',
    sameService: '它本来就是这样登记的，没有改动。属实的话，请点「属实」。',
    unknownUnit: '没有这个单位，请换一个。',
    outsideCity: '这个位置不在管辖范围内，请换一个位置。',
    selfCheck: '自己办的事不能自己核查，请同岗的其他人来查。',
    textFull: '补充的内容太长了，这一段没有加上。要紧的话请打人工电话说明。',
    nothingToAdd: '没有收到要补充的内容。请发文字或照片。',
    tooManyPhotos: (most: number) => `照片最多 ${most} 张，这张没有加上。`,
  },
} as const;
