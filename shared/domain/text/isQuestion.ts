import { normalise } from './normalise.ts';

const ASKS =
  /\?$|[吗么呢]$|^(?:请问|怎么|什么|为什么|为啥|谁|哪|多少|几)|谁(?:来|管|负责|去)|什么(?:意思|时候)|怎么(?:弄|办|用|改|填|回事)|要(?:不要|多少)?钱/u;

/** Asks something rather than telling it. 「路灯怎么坏了」 tells: whoever acts on this looks for a matter first. */
export const isQuestion = (text: string): boolean =>
  ASKS.test(normalise(text).replace(/[。.!！~～\s]+$/u, ''));
