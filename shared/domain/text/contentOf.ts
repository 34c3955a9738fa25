import { normalise } from './normalise.ts';

/**
 * What people say to whoever listens, rather than of a matter: courtesy, names for each other, yes and no, what is to be done with the
 * report, and the words that hold it together. Longer ones first.
 */
const TALK = new RegExp(
  [
    '谢谢|感谢|多谢|辛苦|麻烦|拜托|不好意思|对不起|抱歉|再见|拜拜|您好|你好|喂',
    '小伙子|小姑娘|姑娘|师傅|同志|老师|领导|大姐|大哥|小哥|美女|帅哥|阿姨|叔叔|机器人',
    '没问题|没毛病|没错|不错|应该|好像|大概|可能|差不多|随便|无所谓|都行|可以|同意|正确|准确',
    '提交|确认|确定|上报|登记|取消|修改|核对|发送|回复|知道|明白|看着办|说明|地点|位置|地址|事项|情形|照片',
    '等会儿?|一会儿?|一下|待会|稍[等后]|以后|回头|时候|现在|马上|赶快|赶紧|尽快|快点',
    '慢慢|什么|怎么|这样|那样|这个|那个|这里|那里|这些|就是|还是|但是|不过|算了|其实',
    '[我你您他她它们咱这那哪个是不没别有也都还就再又先要会能得很太真挺想看听说讲问报填改按点发等让请帮给把来去对错好行成嗯恩哦噢啊呀吧嘛呢吗么哈啦哎唉诶呃的了着过]',
    '[\\s\\p{P}\\p{S}]',
  ].join('|'),
  'gu',
);

/** What is left of a text without words of mere talk: 「先别报」「谢谢你啊小伙子」「对对对就是这个」 leave nothing, 「晚上很危险」 leaves 晚上危险. */
export const contentOf = (text: string): string => normalise(text).replace(TALK, '');
