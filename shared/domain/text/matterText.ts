import { normalise } from './normalise.ts';

/** What lies behind the first 2,000 characters says nothing new about which matter it is. */
const LONGEST = 2_000;
/** A street and its house number: 建设 in 建设路12号 is no construction site. */
const ADDRESS = /[\u4e00-\u9fff]{2}(?:路|街|巷|道)\d{1,5}[弄号]|\d{1,5}(?:号楼|号|弄|栋|幢|单元|室|楼)/gu;
/** 晚上好 is no dark street. */
const GREETING = /(?:早上|上午|中午|下午|晚上|您|你|大家)好/gu;
export const CLAUSES = /[,.;:!?，。；：！？、\s]+/u;
/** `不是路灯坏了`, but not `是不是路灯坏了` (asks) and not `不是坏就是闪` (both). */
const DENIES = /^(?:这|那|也|又|可|但|倒|并|都|我说的|其实)?不是(?!.*就是)/u;
/** `井盖没事` `桶没满` `灯好好的`: what is fine is not the matter, when something else is said. */
const FINE = /没(?:有)?(?:事|坏|问题|满|毛病)|好好的|(?:都|很|挺|是)(?:好|正常)(?:的|着)?$/u;
/** Told as done. `还没修好` `什么时候能修好` are not; `修好了又坏了` neither. */
const DONE =
  /(?<![没未不能会要有才])(?:修好|弄好|处理好|处理完|解决|清走|清理完|清理干净|收走|打扫干净|换好|恢复正常|拆掉|拆除)了(?!.*[又再还])/u;

/** A clause that tells something, rather than denying it or saying that it is fine. */
export const tellsMatter = (clause: string): boolean => !DENIES.test(clause) && !FINE.test(clause);

export interface MatterText {
  /** The clauses that tell the matter, separated by one space, without house numbers and denied clauses. */
  readonly text: string;
  /** The person says that it has been put right. */
  readonly done: boolean;
}

/** Brings a message into the form in which it is compared with the words of the catalog. Cuts at 2,000 characters. */
export const matterText = (message: string): MatterText => {
  const whole = normalise(message.slice(0, LONGEST)).slice(0, LONGEST).toLowerCase();
  const clauses = whole.replace(GREETING, ' ').replace(ADDRESS, ' ').split(CLAUSES).filter(Boolean);
  const told = clauses.filter(tellsMatter);
  return { text: (told.length > 0 ? told : clauses).join(' '), done: DONE.test(whole) };
};
