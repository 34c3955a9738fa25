import { trimSaid } from './trimSaid.ts';

const WHO = '(?:我们?|俺|咱们?|他们?|自己)?(?:也|真的?|就|是|可|都|还|实在|确实|具体的?)*';
const WHERE =
  '(?:这|那)?(?:里|边|个?(?:地方|位置|楼|路))?(?:具体)?(?:的|是|在|叫)*(?:哪里?|哪儿|哪边|哪个?(?:地方|位置|楼|路|门)|什么(?:地方|位置|楼|路|名字?)|啥(?:地方|名字?)?|几号楼?|几栋|几幢|怎么(?:说|走|讲)|名字?|门牌号?|地址|位置)?';
const NOT_KNOWN =
  '(?:不太?|没法|没办法|无法)(?:知道|清楚|晓得|认识|认得|认路|确定|记得|好说|熟悉?|了解|说清楚?|懂)';
const NOT_TOLD = '(?:说|讲|搞|弄|分|认|记|叫)不太?(?:清楚?|上来|出来|准|出|好|明白|得)';
/** As a whole, with what it is about before or behind. */
const CANNOT = new RegExp(
  `^(?:${WHERE}[,，]?)${WHO}(?:${NOT_KNOWN}|${NOT_TOLD})${WHERE}[了啊呀的呢吧嘛]*$`,
  'u',
);

/** Whether somebody says that they cannot tell where or which it is: 「我也不知道」「说不清楚在哪」. 「不是不知道」「谁不知道那座桥」 do not. */
export const cannotSay = (text: string): boolean => CANNOT.test(trimSaid(text));
