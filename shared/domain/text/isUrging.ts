/** Asks when, or why nobody comes, or wants it faster. */
const URGES =
  /怎么.{0,3}(?:还|没|不)|为(?:什么|啥).{0,3}(?:还|没|不)|什么时候|啥时候|多久|几时|几点|还没有?人?(?:来|修|管|处理|弄|办|好|消息|动静)|没有?人(?:来|管|理)|(?:人|师傅|你们)?(?:快一?[点些来]|赶紧|赶快|尽快|抓紧|急死|着急|很急|好急|催|来人|在哪)/u;
/** What is left of a message that only urges: who, and how. */
const AROUND =
  /怎么|为(?:什么|啥)|什么时候|啥时候|你们|师傅|工人|人|修|来|管|处理|弄|办|派|到|能|会|要|可以|给|我|们|都|这|那|个|事|还|没|有|不|了|的|呢|啊|呀|吗|嘛|吧|快|点|些|一|下|请|麻烦|帮|好|等|半天|天|久|赶紧|赶快|尽快|抓紧|急|死|着|多|几时|催|消息|动静|在|哪|里|理|[\s\p{P}\p{S}]/gu;

/** 「不着急」「不催了」: the opposite. 「还不着急吗」 asks. */
const DENIED = /(?<!还)(?:不|别|没|没有|无需|甭)(?:要|用|想|太|那么|再|怎么)*(?:着急|急|催)/u;

/** 「怎么还没人来」「快点派人来」: urges and describes nothing. 「一直没人修，晚上很危险」 describes. */
export const isUrging = (text: string): boolean =>
  text.length <= 30 && URGES.test(text) && !DENIED.test(text) && text.replace(AROUND, '') === '';
