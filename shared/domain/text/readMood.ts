import { isAsserted } from './isAsserted.ts';
import { CLAUSES } from './matterText.ts';
import { trimSaid } from './trimSaid.ts';

export type Mood = 'good' | 'soso' | 'bad';

/** Whatever was done is not done, or was done badly. Comes first: 「还没修好」 holds 修好, and means the opposite. */
const BAD =
  /(?:没有?|未|不|别)(?:人|能|给|有|人来|太|怎么|是?很|那么|够|去|再|曾|得到|见)*(?:修|弄|办|处理|解决|管|来|清|收|换|做|动|满意?|好|行|快|及时|亮|通|干净|认真|负责|高兴|到位|彻底|应该|管用|变)|还是(?:不|没|坏|老样子|那样|这样|黑|臭|脏|漏|吵|堵)|还(?:坏|黑|漏|臭|脏)着|又(?:坏|灭|漏|堵|脏|不|没|来)|[修弄办处理清]不好|太(?:慢|差|久|敷衍|马虎|拖|烂)|(?:很|真|好|特别|非常|服务|态度|质量|有点)差|^差(?!点|一点|不多)|差劲|差评|很慢|拖(?:了|拉|得)|等了?(?:太|好|很)久|敷衍|糊弄|骗人?|恶劣|失望|生气|气人|投诉|白[跑忙修]|没用|[老一]样子?$/u;
const SOSO = /^(?:还行|还可以|还好|凑合|马马虎虎|一般般?|就那样|勉强|过得去|中规中矩)/u;
const GOOD =
  /满意|好评|(?:很|挺|真|太|非常|特别|都|蛮|十分)(?:好|快|棒|及时|认真|负责|到位|热情|满意)|不错|(?:修|弄|办|处理|清理|换)(?:好|完|得[很挺真]?[好快])|解决了|亮了|干净了|通了|点赞|[给点]个?赞|棒|感谢/gu;
/** Asks, rather than judges. */
const ASKS =
  /[吗么]$|了没有?$|是不是|有没有|[好满]不[好满]|什么时候|怎么(?:评|弄|用)|^(?:你们|师傅)?(?:怎么|为什么|为啥)/u;
/** 「不差」「没什么不满意的」「慢的地方没有」: denies what is bad, and says no more. */
const BAD_DENIED =
  /(?:不|没有?|无|并非)(?:算|是|很|太|怎么|什么|啥|有|那么|多|会|可|得)*(?:差|慢|不好|不行|不满意?|投诉|敷衍|糊弄|失望|生气)|(?:差|慢|不好|不行|不满意?)(?:的(?:地方|话)?|之处)?[也都倒是还真]*没有?$/u;
/** Goes on to say something else than it began with: neither half alone is the judgement. */
const TURNS = /但|就是|其实|不过|可是|可惜|然而|只是|除了|虽/u;
/** 「满意个屁」「才怪」: the opposite is meant. */
const MOCKS = /才怪|才有鬼|个(?:屁|鬼|毛|头|锤子)|想得美|做梦/u;
/** Praise that holds a sign of denial itself. */
const PLAIN_PRAISE = /不错|不赖|没有?(?:问题|毛病|意见|话说|[得的]说)/gu;
/** Anywhere before praise, in its clause: it may be denied, or asked for the sake of it (哪里满意了). */
const DOUBTS_BEFORE = /[不没未无难]|哪|怎么|谁/u;
/** Anywhere behind it: 满意不起来, 满意的话, 满意度, 修好了没两天. */
const DOUBTS_BEHIND = /[不没度]|的话/u;

/**
 * Whether what somebody says of work that was reported as done praises it or blames it. `mixed`: it judges, but nobody could say how.
 * `takenBack`: it holds praise, and denies it. Undefined for anything else, and for questions. Only good for proposing a grade:
 * nobody is graded by a guess.
 */
export const readMood = (text: string): Mood | 'mixed' | 'takenBack' | undefined => {
  const said = trimSaid(text);
  if (said === '' || ASKS.test(said)) return undefined;
  if (MOCKS.test(said)) return 'takenBack';
  const clauses = said.replace(PLAIN_PRAISE, '很好').split(CLAUSES).filter(Boolean);
  const praise = praiseIn(clauses);
  const blames = BAD.test(said);
  const judges = blames || praise !== undefined || SOSO.test(said);
  if (judges && (TURNS.test(said) || clauses.some((clause) => BAD_DENIED.test(clause)))) return 'mixed';
  if (blames) return 'bad';
  return SOSO.test(said) ? 'soso' : praise;
};

/** Praise counts where the clause says that it is so; else it is safer to ask. */
const praiseIn = (clauses: readonly string[]): 'good' | 'takenBack' | undefined => {
  const meant = clauses.flatMap((clause) =>
    [...clause.matchAll(GOOD)].map(({ 0: match, index }) => {
      const end = index + match.length;
      const doubted = DOUBTS_BEFORE.test(clause.slice(0, index)) || DOUBTS_BEHIND.test(clause.slice(end));
      return isAsserted(clause, index, end) && !doubted;
    }),
  );
  if (meant.length === 0) return undefined;
  return meant.every(Boolean) ? 'good' : 'takenBack';
};
