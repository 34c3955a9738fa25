/** What whoever reported something is told without having asked. */
export const residentNotices = {
  corrected: (f: { number: string; own?: string; matter: string; was: string; finish?: string }) =>
    `网格员核实后，把您报的「${f.was}」改为「${f.matter}」。${f.finish === undefined ? '' : `\n时限也随之改变，最迟办好：${f.finish}。`}\n${ends(f)}`,
  accepted: (f: Told) =>
    `您报的「${f.service}」已经受理${f.unit === undefined ? '，正在确定承办单位' : `，由${f.unit}办理`}。\n${ends(f)}`,
  declined: (f: Told) =>
    `很抱歉，您报的「${f.service}」没有受理。\n${because(f)}${ends(f)}\n不同意的话，可以申诉一次，由上一级来看：回复「申诉」和理由。`,
  appealTurnedDown: (f: Told) =>
    `您的申诉上一级看过了，很抱歉，「${f.service}」还是没有受理。\n${because(f)}${ends(f)}\n情况有变化的话，请重新报一次；有疑问请回复「人工」。`,
  owedLapsed: (f: Told) =>
    `很抱歉，${f.words === undefined || f.words === '' ? '欠的材料' : `「${f.words}」`}到期没有补交，按您的承诺，「${f.service}」不予受理。\n${ends(f)}\n材料齐了可以重新报；有疑问请回复「人工」。`,
  supplyReminder: (f: Told, owed: readonly string[]) =>
    `提醒您：「${f.service}」还有材料要补交，到期不交就不能接着办了。\n${owed.join('\n')}\n${ends(f)}`,

  merged: (f: Told, into: string) =>
    `您报的「${f.service}」和 ${into} 是同一件事，已经并在一起办，办好了一样告诉您，一样请您评价。\n${ends(f)}\n用哪个编号查都可以。`,
  unmerged: (f: Told) => `您报的「${f.service}」改为单独办理，从核实开始。\n${ends(f)}`,

  askMaterial: (f: Told) =>
    `办理「${f.service}」要请您补充：\n${f.words ?? '请说得更具体一些。'}\n${by(f, '前答复就行。')}请直接回复文字或照片；没有就回复「没有」，不知道就回复「不知道」。要反映别的事，请先回复「我要反映别的」。\n${ends(f)}`,
  materialReminder: (f: Told) =>
    `还在等您补充「${f.service}」的材料：\n${f.words ?? ''}\n${by(f, '前不答复，就按现有的材料接着办。')}请直接回复文字或照片；没有就回复「没有」。\n${ends(f)}`,
  materialLapsed: (f: Told) =>
    `「${f.service}」没有等到您补充，已经按现有的材料接着办。以后有了，回复「补充」就能加上。\n${ends(f)}`,

  extended: (f: Told) =>
    `您报的「${f.service}」要多用一些时间，${f.due === undefined ? '时限已经延长' : `改为最迟 ${f.due} 办好`}。\n${because(f)}${ends(f)}\n给您添麻烦了。`,
  suspended: (f: Told) =>
    `您报的「${f.service}」现在办不了，先挂账，条件有了再办。\n${because(f)}${f.due === undefined ? '' : `最迟 ${f.due} 再看一次能不能办。\n`}${ends(f)}`,
  goesOn: (f: Told) =>
    `您报的「${f.service}」接着办了${f.due === undefined ? '' : `，最迟 ${f.due} 办好`}。\n${ends(f)}`,
  contained: (f: Told) =>
    `您报的「${f.service}」已经应急处置，现在不危险了，接着修复${f.due === undefined ? '' : `，最迟 ${f.due} 修好`}。\n${f.words === undefined ? '' : `处理情况：${f.words}\n`}${ends(f)}`,

  result: (f: Told & { receipt?: string }) =>
    `您报的「${f.service}」办好了。\n地点：${f.place}${f.unit === undefined ? '' : `\n办理单位：${f.unit}`}${f.words === undefined ? '' : `\n处理结果：${f.words}`}\n${ends(f)}${f.receipt === undefined ? '' : `\n${f.receipt}`}\n请您评价，后面可以接着写意见，例如：A 修得很快。\n也可以分三项评（信息公开、服务结果、总体），例如：A B A 修得很快。`,
  rateReminder: (f: Told) =>
    `您报的「${f.service}」（${f.place}）还没有评价${f.due === undefined ? '' : `，${f.due}前都可以评`}。\n${ends(f)}`,
  reworking: (f: Told) =>
    `您报的「${f.service}」还没办好，已退回${f.unit ?? '承办单位'}重新办理${f.due === undefined ? '' : `，最迟 ${f.due}`}。\n${because(f)}${ends(f)}`,
  escalated: (f: Told) =>
    `您报的「${f.service}」办了几轮还没办好，已经交给上一级决定${f.due === undefined ? '' : `，最迟 ${f.due}`}。\n${because(f)}${ends(f)}`,
  concluded: (f: Told) =>
    `您报的「${f.service}」由上一级决定就此办结，已经归档。\n${because(f)}${ends(f)}\n不同意的话，请回复「人工」。`,
  filedUnrated: (f: Told) =>
    `您报的「${f.service}」到期没有收到评价，已按「未评价」归档。\n${ends(f)}\n问题还在的话，请直接再报一次。`,
} as const;

interface Told {
  readonly number: string;
  readonly service: string;
  readonly place: string;
  readonly unit?: string;
  readonly words?: string;
  readonly due?: string;
  /** Of a merged report: its own number. */
  readonly own?: string;
}

const ends = ({ number, own }: Pick<Told, 'number' | 'own'>): string =>
  own === undefined ? `受理编号：${number}` : `受理编号：${number}（您的 ${own} 并在这里）`;

const because = ({ words }: Told): string => (words === undefined || words === '' ? '' : `原因：${words}\n`);

const by = ({ due }: Told, what: string): string => (due === undefined ? '' : `${due} ${what}`);
