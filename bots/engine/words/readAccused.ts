import type { Unit } from '../../../shared/domain/city/City.ts';
import { isDenied } from '../../../shared/domain/text/isAsserted.ts';
import { CLAUSES } from '../../../shared/domain/text/matterText.ts';
import { normalise } from '../../../shared/domain/text/normalise.ts';

/** To accuse somebody, rather than to report something. */
const ACCUSES = /(?:举报|投诉|检举|控告|状告|告发)(?:一下|你们|他们|那个|这个|我们|本地|这里|区里|的|了)*/gu;
/** What only people who hold an office can do wrong. */
const MISCONDUCT =
  /不作为|乱作为|推诿|推脱|推卸|扯皮|踢皮球|态度(?:很|太|特别|非常|极其|十分|真)?(?:恶劣|差|不好|蛮横|粗暴)|服务(?:很|太|特别|非常|真)?差|乱收费|乱罚款|乱执法|野蛮|粗暴|打人|骂人|收(?:红包|好处|黑钱)|吃拿卡要|受贿|贪污|失职|渎职|包庇|弄虚作假|不负责任|滥用职权|不理人|不管事/u;
/** Their premises are a place like any other. */
const PREMISES = /^(?:的)?(?:大?门|旁|对面|附近|后面|前面|隔壁|院|楼|停车|路口|边上|那边|这边)/u;
const PEOPLE = '(?:的)?(?:工作人员|执法人员|办事员|人员|队员|领导|干部|职工|员工|人|执法|管理|办事|服务)*';
const DENIES_IT = /(?:没有?|不是|不会|不算)(?:说)?$/u;
const ENDS = '所|局|队|处|中心|公司|办|政府|街道|社区|支队|大队|中队|委|站|科|院';
const ENDING = new RegExp(`(?:${ENDS})$`, 'u');
const LONGEST = 16;
/** So far before what is done wrong its doer is named. */
const NEAR = 40;

/**
 * Units that a text complains of themselves, by their names and the short forms people use; of one short name there may be several.
 * A unit that is merely mentioned (「路灯管理所来修过了还是不亮」), or whose door something is at, is not accused.
 */
export const readAccused = (text: string, units: readonly Unit[]): readonly string[] => {
  const clauses = normalise(text).split(CLAUSES).filter(Boolean);
  return [...new Set(clauses.flatMap((clause) => accusedIn(clause, units)))];
};

const accusedIn = (clause: string, units: readonly Unit[]): readonly string[] => {
  const afterVerb = [...clause.matchAll(ACCUSES)]
    .filter(({ index }) => !isDenied(clause, index))
    .flatMap(({ 0: verb, index }) => namedAt(clause.slice(index + verb.length), units));
  return afterVerb.length > 0 ? afterVerb : beforeMisconduct(clause, units);
};

/** The longest name that a text begins with, unless it goes on as a place. */
const namedAt = (text: string, units: readonly Unit[]): readonly string[] => {
  for (let length = Math.min(LONGEST, text.length); length >= 2; length--) {
    const said = text.slice(0, length);
    const named = units.filter(({ name }) => isNamed(said, name));
    if (named.length > 0) return PREMISES.test(text.slice(length)) ? [] : codesOf(named, said);
  }
  return [];
};

/** 「城管的人乱罚款」「路灯所一直推诿」: here even a name without its end (城管) is one. */
const beforeMisconduct = (clause: string, units: readonly Unit[]): readonly string[] => {
  const at = clause.search(MISCONDUCT);
  if (at < 2 || DENIES_IT.test(clause.slice(0, at))) return [];
  const before = clause.slice(Math.max(0, at - NEAR), at);
  for (let start = 0; start < before.length - 1; start++) {
    const named = namedBefore(before.slice(start), units);
    if (named.length > 0) return named;
  }
  return [];
};

const BETWEEN = new RegExp(
  `^${PEOPLE}(?:一直|总是|老是|经常|互相|就是|都|在|很|对|我|居民|群众|老百姓|商户|摊贩|随便|到处)*$`,
  'u',
);

const namedBefore = (text: string, units: readonly Unit[]): readonly string[] => {
  for (let length = Math.min(LONGEST, text.length); length >= 2; length--) {
    const said = text.slice(0, length);
    if (!BETWEEN.test(text.slice(length))) continue;
    const named = units.filter(({ name }) => isNamed(said, name) || isStem(said, name));
    if (named.length > 0) return codesOf(named, said);
  }
  return [];
};

/** Whoever has exactly that name is meant, however many others it is short for. */
const codesOf = (named: readonly Unit[], said: string): readonly string[] => {
  const exact = named.filter(({ name }) => name === said);
  return (exact.length > 0 ? exact : named).map(({ code }) => code);
};

/** 「路灯所」 for 路灯管理所, 「环卫所」 for 环境卫生管理所: the characters in their order, up to what such a body is called. */
const isNamed = (said: string, name: string): boolean => {
  if (said === name) return true;
  if (said.length < 3 || !ENDING.test(said)) return false;
  const end = said.at(-1) ?? '';
  const whole = name.endsWith(end) || name.endsWith(`${end}事处`);
  return whole && isWithin(said, name);
};

/** 「城管」 for 建设路街道城管中队: right before what such a body is called. */
const isStem = (said: string, name: string): boolean => {
  const at = name.indexOf(said);
  return at >= 0 && REST.test(name.slice(at + said.length));
};

const REST = new RegExp(`^(?:管理|监督|养护|综合执法|执法|监察)*(?:${ENDS})$`, 'u');

const isWithin = (said: string, name: string): boolean => {
  let at = 0;
  for (const character of said) {
    const found = name.indexOf(character, at);
    if (found < 0) return false;
    at = found + 1;
  }
  return true;
};

/** 「不是投诉他们」「我没有举报单位」 */
export const deniesAccusing = (text: string): boolean =>
  /(?:不|没|没有|别)(?:是|要|想|用|再)*(?:投诉|举报|检举|控告|告)(?:他们|它|单位|谁|这个单位|那个单位)?(?:了|的|啊)?$/u.test(
    normalise(text),
  );
