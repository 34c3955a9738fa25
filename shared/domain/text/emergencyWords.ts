/**
 * Which number helps: fire and rescue 119, an ambulance 120, the police 110, somebody who wants to die 12356. Gas and electricity
 * need a warning of their own.
 */
export type EmergencyKind = 'despair' | 'gas' | 'fire' | 'shock' | 'rescue' | 'injury' | 'crime';

const WHO =
  '(?:人|孩子|小孩|娃|老人|老伴|老头|老太太?|大爷|大妈|大娘|奶奶|爷爷|爸|妈|婆婆|公公|老公|老婆|男的|女的|学生|司机|工人)';
const GAS = '(?:煤气|燃气|天然气|液化气|气罐|瓦斯)';
/** So much may stand between a thing or somebody and what happens to it, but nothing that denies or fears it. */
const NEAR = '(?:(?![没不未怕防]).){0,8}?';

const oneOf = (...patterns: readonly string[]): RegExp => new RegExp(patterns.join('|'), 'gu');

/** What people say of an emergency, in the order in which it is told to them. Reviewed as data: an entry is a kind. */
export const EMERGENCY_WORDS: Readonly<Record<EmergencyKind, RegExp>> = {
  // 「吵得不想活了」 and 「想死你了」 are only ways of speaking.
  despair: oneOf(
    '(?<!得.{0,3})(?:不想活|活不下去|活着没.{0,2}(?:意思|意义|盼头)|不如死了)',
    '(?<!得.{0,3})(?:想|要|准备|打算)(?:去)?(?:自杀|轻生|寻死|死(?![了你我他她]|[机角守]))|寻短见|我.{0,3}跳[楼河江桥]',
  ),
  gas: oneOf(
    `${GAS}${NEAR}(?:泄漏|泄露|漏气|漏了|在漏|直漏|爆炸|中毒)`,
    '漏(?:煤气|燃气|天然气)',
    '(?:煤气|燃气|天然气|臭鸡蛋)的?味',
  ),
  fire: oneOf(
    '着(?:[起了]|的)?(?:大)?火|起火|失火|烧起来|火灾|火势|大火(?![锅车腿])|冒出?(?:浓烟|明火)',
    '(?<![头脑肺气])爆炸',
  ),
  shock: oneOf('触电|被电(?:到|着|击|了|倒)'),
  rescue: oneOf(
    '落水|溺水|被困|电梯困|[困关卡]在(?:电梯|水|火|里面|车)|埋在',
    `电梯${NEAR}[关困卡](?:着|住|了).{0,3}人`,
    `${WHO}${NEAR}(?:掉|跌|摔)(?:进|到|下|在)?了?.{0,4}(?:河|水|湖|塘|井|池|沟|江|坑)`,
    '(?:要|想|准备|有人)跳(?:楼|河|桥|江)',
  ),
  injury: oneOf(
    '晕倒|昏倒|昏迷|晕过去|昏过去|晕厥|没有?呼吸|没有?心跳|呼吸困难|心脏病(?:发|犯)|心梗|(?<!空)中风(?!筝)|脑溢血|抽搐|休克',
    `${WHO}${NEAR}(?:快不行了|没气了|噎住|卡住喉咙|摔倒|跌倒)`,
    `(?:${WHO}${NEAR}[躺倒趴]|摔|跌)${NEAR}(?:不动|动不了|不能动|起不来|叫不醒|没反应)|不省人事`,
    '大出血|流血|流了.{0,4}血|吐血|受伤|骨折|(?:撞|砸|压|轧|烫|烧|炸|捅|打|摔|咬)(?:伤|死)',
    '(?:撞|轧|砸)(?:到|着|了).{0,2}人|车祸|坠楼|跳楼了|割腕|自杀|轻生|[喝服](?:农药|毒)|食物中毒|难产|救命',
    '(?<![吓呛热冷臭吵烦累急气挤晒熏笑丑])死(?:了)?人',
  ),
  crime: oneOf(
    '打架(?!子)|斗殴|打群架|打起来|打人了|在打人|被人?打了|打我(?!的?(?:电话|手机|微信|号码|座机))|动刀|[持拿带]着?刀|行凶|砍人|杀人',
    '抢劫|抢(?:包|钱|手机|东西|孩子)|被抢(?![修险救])|绑架|劫持|入室|撬(?:门|锁|我家)|家暴|强奸|猥亵|性骚扰',
    '抓小偷|有小偷|(?:门|锁|窗户?)(?:被|让人|给)人?撬|正?在偷(?![懒工排倒])',
    `小偷${NEAR}(?:进|来|闯|撬|翻|爬)`,
  ),
};

/** Before the words, in their clause: it was some time ago. */
export const LONG_AGO =
  /去年|前年|以前|从前|曾经?|上次|上个?月|上周|上个?星期|上礼拜|前[几两些阵][天子]|前天|昨[天晚]|那年|当年|早年|[年月周天]前|历史上|刚才.{0,4}已经/u;

/** In their clause, or at the beginning of the next: it still goes on, whenever it began. */
export const STILL = /还(?:在|没(?:灭|停|好|散|走|醒)|有(?!人))|现在|至今|仍|一直/u;
export const STILL_NEXT = /^(?:一?直?到)?(?:现在|至今)?(?:还在|还有(?!人)|还没(?:灭|停)|仍|一直)/u;

/** Behind the words, in their clause: it is over, or it is only spoken of. */
export const OVER_OR_SPOKEN_OF =
  /^(?:的?(?:事|隐患|演练|演习|预案|原因|点|险|风险|可能|报警器?|警报器?|宣传|知识|培训|事故率|案件|用具|病|药|史|包)|(?:的?(?:火|人|了))?(?:，|。)?.{0,4}(?:扑灭|灭掉|已经灭|被灭|抓住了|抓走了|救上来了|救出来了|送医院了|没事了))/u;
