/** Which number helps: fire and rescue 119, an ambulance 120, the police 110. Gas and electricity need a warning of their own. */
export type EmergencyKind = 'gas' | 'fire' | 'shock' | 'rescue' | 'injury' | 'crime';

const WHO = '(?:人|孩子|小孩|娃|老人|大爷|大妈|老太太|奶奶|爷爷|男的|女的|学生|司机|工人)';

/** What people say of an emergency, in the order in which it is told to them. Reviewed as data: a line is a kind. */
const GAS = '(?:煤气|燃气|天然气|液化气|气罐|瓦斯)';
/** So much may stand between the thing and what happens to it, but nothing that denies or fears it. */
const NEAR = '(?:(?![没不未怕防]).){0,8}?';

const oneOf = (...patterns: readonly string[]): RegExp => new RegExp(patterns.join('|'), 'gu');

/** What people say of an emergency, in the order in which it is told to them. Reviewed as data: an entry is a kind. */
export const EMERGENCY_WORDS: Readonly<Record<EmergencyKind, RegExp>> = {
  gas: oneOf(
    `${GAS}${NEAR}(?:泄漏|泄露|漏气|漏了|在漏|直漏|爆炸|中毒)`,
    '漏(?:煤气|燃气|天然气)',
    '(?:煤气|燃气|天然气|臭鸡蛋)的?味',
  ),
  fire: oneOf(
    '着火|着起火|起火|失火|烧起来|火灾|火势|大火(?![锅车腿])|冒出?(?:浓烟|明火)',
    '(?<![头脑肺气])爆炸',
  ),
  shock: oneOf('触电|被电(?:到|着|击|了|倒)'),
  rescue: oneOf(
    '落水|溺水|被困|电梯困|困在(?:电梯|水|火|里面|车)|埋在',
    `${WHO}.{0,6}(?:掉|跌|摔)(?:进|到|下|在)?了?.{0,4}(?:河|水|湖|塘|井|池|沟|江|坑)`,
    '(?:要|想|准备|有人)跳(?:楼|河|桥|江)',
  ),
  injury: oneOf(
    '晕倒|昏倒|昏迷|晕过去|昏过去|晕厥|没有?呼吸|没有?心跳|呼吸困难|心脏病(?:发|犯)|心梗|(?<!空)中风(?!筝)|脑溢血|抽搐|休克',
    `${WHO}.{0,4}(?:快不行了|没气了|噎住|卡住喉咙)`,
    '大出血|流血|流了.{0,4}血|吐血|受伤|骨折|(?:撞|砸|压|轧|烫|烧|炸|捅|打|摔|咬)(?:伤|死)',
    '(?:撞|轧|砸)(?:到|着|了).{0,2}人|车祸|坠楼|跳楼了|割腕|自杀|轻生|[喝服](?:农药|毒)|食物中毒|难产|救命',
    '(?<![吓呛热冷臭吵烦累急气挤晒熏笑丑])死(?:了)?人',
  ),
  crime: oneOf(
    '打架|斗殴|打群架|打起来|打人了|在打人|被人?打了|动刀|[持拿带]着?刀|行凶|砍人|杀人',
    '抢劫|抢(?:包|钱|手机|东西|孩子)|被抢(?![修险救])|绑架|劫持|入室|撬(?:门|锁|我家)|家暴|强奸|猥亵|性骚扰',
    '抓小偷|有小偷|正?在偷(?![懒工排倒])',
  ),
};

/** Before the words, in their clause: it was some time ago. */
export const LONG_AGO =
  /去年|前年|以前|从前|曾经?|上次|上个?月|上周|上个?星期|上礼拜|前[几两些阵][天子]|前天|昨[天晚]|那年|当年|早年|[年月周天]前|历史上|刚才.{0,4}已经/u;

/** Behind the words, in their clause: it is over, or it is only spoken of. */
export const OVER_OR_SPOKEN_OF =
  /^(?:的?(?:事|隐患|演练|演习|预案|原因|点|险|风险|可能|报警器?|警报器?|宣传|知识|培训|事故率|案件|用具|病|药|史|包)|(?:的?(?:火|人|了))?(?:，|。)?.{0,4}(?:扑灭|灭掉|已经灭|被灭|抓住了|抓走了|救上来了|救出来了|送医院了|没事了))/u;
