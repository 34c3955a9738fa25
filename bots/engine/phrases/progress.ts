/** What 进度 says besides stage and next step. */
export const progress = {
  visiting: '回访',
  paused: {
    material: (since: string, words: string) => `从 ${since} 起停着钟，等报事人补充：${words}`,
    suspension: (since: string, words: string) => `从 ${since} 起停着钟，挂账原因：${words}`,
    consultation: (since: string) => `从 ${since} 起停着钟，在问专家`,
  },
  asked: {
    extend: (unit: string, when: string) => `${unit}申请延期，等批复，最迟 ${when}`,
    suspend: (unit: string, when: string) => `${unit}申请挂账，等批复，最迟 ${when}`,
    return: (unit: string, when: string) => `${unit}申请退回，等批复，最迟 ${when}`,
  },
  assist: (unit: string, when: string) => `协助：${unit}，最迟 ${when}`,
  listed: (unit: string, when: string) => `挂牌督办：${unit}，须在 ${when} 前办好`,
  nowAsked: (words: string) => `现在：等您补充：${words}\n请直接回复文字或照片；没有就回复「没有」。`,
  mergedInto: (into: string) => `您报的和 ${into} 是同一件事，已经并在一起办。那一件现在：`,
  mayRateAgain: '现在：您评过了，归档以前还可以改，请选一项。',

  finish: (when: string, steps: string) => `最迟办好 ${when}：是每一步都用满时限算的（${steps}）。`,
  noDue: '这一件现在没有在走的时限。',
} as const;
