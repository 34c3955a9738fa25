/** Every sentence of the dialog with whoever reports something. Short, plain, warm; a 70-year-old reads them on a phone. */
export const resident = {
  greet: (city: string) =>
    `您好，我是${city}网格小助手。\n路灯不亮、垃圾没人收、路面破损……有事直接告诉我，例如：建设路12号门口的路灯坏了。\n查办理情况回复「进度」，要人帮忙回复「人工」。`,
  greetAt: (city: string, cell: string, who: readonly string[]) =>
    `您好，我是${city}网格小助手。\n您扫的是${cell}的码${who.length === 0 ? '' : `，这里由${who.join('、')}负责`}。\n有事直接说，例如：路灯不亮、垃圾没人收。也可以发照片。\n查办理情况回复「进度」，要人帮忙回复「人工」。`,
  supervisor: (name: string) => `网格员${name}`,
  help: '这样用：\n· 报事：直接说什么事、在哪里，也可以发位置和照片\n· 进度：看您报的事办到哪了，也能催一催、撤销、问时限\n· 补充：给报过的事添说明或照片\n· 申诉：没有受理，您不同意\n· 匿名：报事时说一声，经办人就看不到您是谁\n· 返回：退回一步\n· 取消：不报了\n· 人工：找人帮忙',
  human: (unit: string, phone: string) => `人工电话：${phone}（${unit}）。\n也可以继续在这里说，我一直在。`,
  humanWithout: '现在没有登记人工电话。您可以继续在这里说，我一直在。',
  /** First of all, when the words tell of an emergency: a line a kind. */
  emergency: {
    despair:
      '听您这么说，我们很担心。心里再难，也有人愿意听您说：全国心理援助热线 12356。有危险请马上打 120 或 110，也请找个亲人朋友陪着。',
    gas: '闻到燃气：请先开窗、关阀门，不要开关电器，离开后马上打 119！',
    fire: '着火了：请先离开，马上打 119！',
    shock: '有人触电：不要用手去拉，先断电，马上打 120！',
    rescue: '有人遇险：请马上打 119！',
    injury: '有人受伤或生命危险：请马上打 120！',
    crime: '请先保证自己安全，马上打 110！',
  },
  emergencyEnd: '（这里不能代替报警。）\n',
  afterEmergency:
    '您说的先记下了。电话打完以后，还要我们办什么，请接着说是什么事、在哪里；不用了就回复「取消」。',
  thanks: '不客气。还有事随时告诉我。',
  startReport: '好的。请说说是什么事、在哪里。',
  denied: '好的。',
  deniedIdle: (word: string) => `好的。需要时回复「${word}」就行。有新的事，直接告诉我。`,
  nothingToCancel: '现在没有正在填的内容，没有什么要取消。有事直接告诉我。',
  stillGoing: (number: string, more: number) =>
    `现在没有正在填的内容，没有什么可取消。${number}${more === 0 ? '' : ` 等 ${more + 1} 件`} 已经登记，会接着办。\n不用办了，回复「撤销」；有情况要告诉办理的人，回复「补充」；要找人，回复「人工」。`,
  nothingToGoBack: '现在没有正在填的内容。有事直接告诉我。',
  nothingToRate: '现在没有要您评价的事。看办理情况回复「进度」；有新的事，直接告诉我。',
  listRatings: (count: number) => `有 ${count} 件事等您评价，先评哪一件？`,
  nothingToConfirm: '现在没有要确认的内容。有事直接告诉我。',
  steppedBack: '好的，退回一步。\n',
  firstStep: '已经是第一步了。不想报了，回复「取消」。',
  dropped: '好的，这次没有提交，填的内容已经清掉。有事随时告诉我。',
  askDrop: '还没有提交。要清掉填的内容，不报了吗？',
  drop: '不报了',
  keepForm: '接着报',
  goneOn: '好的，接着报。\n',
  backToCard: (number: string) => `好的，退回一步。这一件是 ${number}，请选：`,
  gradeFiled: (grade: string) => `您上次选的「${grade}」已经作为评价提交。\n`,
  putAside: (number: string) => `${number} 的办结还没有提交，刚才说的没有留下。\n`,
  chooseOne: '请选一件，或者回复「返回」。\n',
  droppedQuestion: '好的，已取消这一步。',
  formExpired: '上次没报完的内容放了一天多，已经清掉了。要报请再说一遍。\n',
  questionExpired: '上次没做完的那一步放了一天多，已经清掉了。\n',
  cut: (limit: number) => `您的话太长了，只留下前 ${limit} 个字。\n`,
  empty: '没有收到文字。请打字告诉我是什么事。',
  onlySignsLead: '没看懂，请用文字说。\n',
  onlySigns: '没看懂。请用文字告诉我是什么事、在哪里。',
  cannotRead: '暂时看不了这种消息。请打字，或者发照片、位置。',
  noSuchNumber: (said: number, most: number) =>
    most === 1 ? `没有第 ${said} 项，请回复 1。` : `没有第 ${said} 项，请回复 1–${most}。`,
  noMenu: '现在没有可以选的项目。有事直接告诉我，查办理情况回复「进度」。',
  cardPassed: '这张卡片已经过时了。',
  seeProgress: '要看办理情况，回复「进度」。',
  which: (word: string) => `「${word}」是指哪一件？`,

  human1: '人工',
  cancel1: '取消',
  askCondition: (thing: string) => `${thing}现在是哪种情况？`,
  conditionUnsure: '说不清',
  conditionTaken: (name: string) => `先按「${name}」登记，不对可以改。\n`,
  askPhone: '这件事需要能联系到您。请留一个手机号，只用来办这件事。',
  phoneNotNeeded: '这件事不用留电话，不会用它联系您。\n',
  phoneWrong: '这不像电话号码，请再看看，例如 13800000000。\n',
  askPhoto: '这件事需要照片。请拍一张发来。拍不了就回复「人工」。',
  gotPhoto: (count: number) => `照片收到了，共 ${count} 张。\n`,
  gotText: '记下了。\n',
  addedUnsubmitted: '已经加到说明里。还没提交，提交请按「确认」。\n',
  notAdded: '还没提交，这句没有加到说明里。没问题请按「确认」；要加说明，请说具体一点。\n',
  urgedUnsubmitted: '还没提交，所以还没有人去。没问题的话请按「确认」，马上报上去。\n',
  askedUnsubmitted: '还没提交，提交请按「确认」。要问别的事，可以回复「人工」。\n',
  unfinished: '还没提交。\n',
  urgedUnfinished: '还没提交，还差下面这一项，说完就能报上去。\n',
  placeChanged: (name: string) => `地点改为：${name}。\n`,
  twoMatters: (first: string) => `您说了两件事，先办第一件：${first}；办完再说第二件。\n`,
  keptLater: '这是另一件事，我先记着：这一件办完再说它。\n',
  askLater: (words: string) => `您还说了一件事：「${words}」。现在接着报吗？`,
  goOn: '继续',
  dropLater: '不用了',
  laterDropped: '好的，这一件没有报。有事随时告诉我。',
  changed: '改好了。\n',
  unchanged: '好的，没有改。\n',
  textFull: '说明已经很长了，后面的没有再加。\n',
  photoFull: (most: number) => `照片最多 ${most} 张，这张没有加上。\n`,
  photoMissing: '这张照片没传上来，请再发一次。\n',
  photoTooLarge: '这张照片太大了（超过 10 MB），请换一张小一点的。\n',
  photoNotAPhoto: '这个文件不是照片，请发照片。\n',
  summary: (slots: {
    service: string;
    condition: string | undefined;
    place: string;
    text: string;
    photos: number;
    phone: string | undefined;
    /** 材料, 匿名, 举报 */
    more: readonly string[];
  }) =>
    [
      '请您核对：',
      `事项：${slots.service}`,
      ...(slots.condition === undefined ? [] : [slots.condition]),
      `地点：${slots.place}`,
      `说明：${slots.text}`,
      `照片：${slots.photos === 0 ? '没有' : `${slots.photos} 张`}`,
      ...(slots.phone === undefined ? [] : [`电话：${slots.phone}`]),
      ...slots.more,
      '对的话请回复「确认」。',
    ].join('\n'),
  privacy: {
    anonymous: '匿名：经办人看不到您是谁。不用匿名就回复「不用匿名」。',
    confidential: '保密：经办人看不到您是谁。不用保密就回复「不用保密」。',
  },
  privacySaid: {
    anonymous: '好的，匿名：经办人看不到您是谁，也不用留电话。\n',
    confidential: '好的，给您保密：经办人看不到您是谁。\n',
    open: '好的，不匿名。\n',
  },
  accused: (unit: string) => `您反映的是${unit}，这件事不会交给它，它也看不到。`,
  askAccused: '您反映的是下面哪个单位？',
  notAccused: '好的，不是投诉单位。\n',
  condition: (name: string, urgent: boolean) => `情形：${name}${urgent ? '（紧急）' : ''}`,
  confirm: '确认',
  edit: '修改',
  toConfirm: '还没提交。要提交，请回复「确认」。\n',
  askConfirm: '还没提交。确认提交吗？\n',
  notConfirmed: '好的，还没提交。\n',
  askEdit: '要改哪一项？',
  editService: '事项',
  editPlace: '地点',
  editText: '说明',
  editCondition: '情形',
  editPhoto: '照片',
  editPhone: '电话',
  editMaterials: '材料',
  noPhoto: '不要照片',
  noPhotoYet: '现在还没有照片，直接发来就能加上。\n',
  nothingToChange: '这一项现在没有内容，不用改。\n',
  keep: '返回',
  askNewService: '请用您自己的话说说是什么事。',
  askNewText: '请重新说一遍情况，新的说明会换掉原来的。',
  askNewPhoto: '请重新发照片，新的会换掉原来的。',

  accepted: (facts: {
    number: string;
    receipt: string;
    service: string;
    condition: string | undefined;
    next: string | undefined;
    finish: string | undefined;
    /** What is owed. */
    more: readonly string[];
  }) =>
    [
      '已经登记，谢谢您！',
      `受理编号：${facts.number}`,
      facts.receipt,
      `事项：${facts.service}`,
      ...(facts.condition === undefined ? [] : [facts.condition]),
      ...(facts.next === undefined ? [] : [facts.next]),
      ...(facts.finish === undefined ? [] : [`最迟办好：${facts.finish}`]),
      ...facts.more,
      '看进度回复「进度」，添材料回复「补充」。',
    ].join('\n'),

  grades: { A: '非常满意', B: '满意', C: '一般', D: '不满意' },
  askOpinion: (grade: string) => `您选的是「${grade}」。还有什么意见想说？没有就回复「没有意见」。`,
  askComplaint: (grade: string) =>
    `您选的是「${grade}」。很抱歉没让您满意，是哪里没办好？说一句就行，我们会记下来；没有就回复「没有意见」。`,
  proposeGrade: (number: string, grade: string) => `${number} 这件事，听起来是「${grade}」，就这样评吗？`,
  takeGrade: (grade: string) => `是，${grade}`,
  otherGrade: '选别的',
  noGrade: '不是评价',
  chooseGrade: '好的，请选一项：',
  chooseOneGrade: '请选一项。\n',
  noOpinion: '没有意见',
  parts: {
    openness: (grade: string) => `信息公开 ${grade}`,
    result: (grade: string) => `服务结果 ${grade}`,
    overall: (grade: string) => `总体 ${grade}`,
  },
  askOverall: '总体您觉得怎么样？请选一项。',
  ratedAs: (f: { grade: string; name: string; parts: readonly string[]; opinion: string | undefined }) =>
    `您评了 ${f.grade}（${f.name}）${f.parts.map((one) => `，${one}`).join('')}${f.opinion === undefined ? '' : `，意见：${f.opinion}`}。`,
  ratedFiled: '谢谢您的评价，这件事已经归档。祝您生活愉快。',
  othersRate: '谢谢您的评价。这件事还有别的报事人没有评，评齐了归档；归档以前想改，回复「评价」。',
  willVisit: (when: string) => `谢谢您实话实说。会有人回访您，最迟 ${when}；回访以前想改，回复「评价」。`,
  notARating: (number: string) =>
    `这是对 ${number} 这件事的评价吗？是的话请选一项，后面可以接着写意见；要报新的事，请说清是什么事、在哪里。`,

  noCases: '您还没有报过事。有事直接告诉我。',
  listCases: (count: number) => `您报过 ${count} 件事，看哪一件？`,
  takesNoMore: (number: string) => `${number} 已经办完，不用再补充。还有问题请直接再报一次。`,
  noOpenCases: '您没有正在办理的事，不用补充。要报新的事，直接告诉我。',
  askSupplement: (number: string) => `给 ${number} 补充什么？请发文字、照片或位置。`,
  supplemented: (number: string) =>
    `已经补充到 ${number}，办理的人会看到。还有就接着发，没有了回复「好了」。`,
  supplementDone: '好了',
  supplementEnd: '好的。办好了会告诉您。',
  supplementNotThis: '好的，没有再加。给别的一件补充，回复「补充」；有新的事，直接告诉我。',
  askDoubt: (number: string) => `这些话是补充到 ${number}，还是另一件事？`,
  doubtSame: '补充到这件',
  doubtOther: '另一件事',
  chooseDoubt: '请先选一项，刚发的等会儿再发一次。\n',
  placeAsText: (name: string, lng: number, lat: number) => `位置：${name}（${lng}，${lat}）`,
} as const;
