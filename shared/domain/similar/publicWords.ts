import { maskPrivate } from '../privacy/maskPrivate.ts';
import { cleanText } from '../text/cleanText.ts';

const NUMERAL = '(?:\\d{1,5}|[一二三四五六七八九十百]{1,4}|[甲乙丙丁A-Za-z](?=[栋幢座]))';
/** 建设路12号, 3号楼2单元501室, 五栋, 2单元601, 12-3-501: at whose door it was. Not 6号线, and not 换了 3 盏. */
const DOOR = new RegExp(
  `${NUMERAL}[ -]?(?:号楼|号院|栋|幢|弄|单元|号(?![线机泵桩梯]))(?:[ -]?${NUMERAL}[ -]?(?:号楼|号|栋|幢|单元|门|楼|层|室|房|户))*(?:[ -]?\\d{3,4}(?:室|房|户)?)?|\\d{3,4}(?:室|房间?)|(?<![\\d-])\\d{1,2}-(?:\\d{1,2}-)?\\d{3,4}(?![\\d-])`,
  'gu',
);
/** What is left of a number or an address once it is masked. */
const MASKED = /[\w-]*\*{3,}[\d* -]*(?:@[\w.-]+)?/gu;
const PLATE = /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·. -]?[A-Z0-9]{5,6}/gu;

/** Family names that are hardly ever the beginning of another word behind the words below. */
const FAMILY =
  '(?:欧阳|司马|上官|诸葛|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范廖贾夏韦付傅邹熊孟秦邱侯江尹薛闫阎雷龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔汤庞樊兰殷施洪翟倪岳邢齐鲁柯梅葛尤卞])';
const TITLE =
  '(?:先生|女士|小姐|阿姨|大爷|大伯|大妈|大娘|大婶|大姐|大哥|奶奶|爷爷|叔叔|婆婆|老太|师傅|老师|老板|经理|主任|书记|所长|队长|站长|医生|警官|同志|老人|某)';
const CALLED = new RegExp(`${FAMILY}[\\u4e00-\\u9fff]{0,2}?(?=${TITLE})`, 'gu');
/** Behind a name something goes on; 居民万分感谢 and 业主高度认可 are no names. */
const BEHIND =
  '(?=$|[\\s\\p{P}]|的|家|称|说|表示|反映|联系|电话|本人|夫妇|父子|母子|等|在|已|与|同意|自行|签|承诺|将|把|上门)';
const NAMED = new RegExp(
  `(?<=业主|住户|户主|居民|村民|租户|房东|房主|当事人|联系人|经办人|负责人|责任人|摊主|店主|车主|楼长|网格员|维修工|电工|民警|报事人|投诉人|举报人|反映人|来电人|老人|患者|工人|司机|邻居|儿子|女儿|丈夫|妻子|子女|为)[:： ]?${FAMILY}[\\u4e00-\\u9fff]{1,2}?${BEHIND}`,
  'gu',
);
const FAMILIAR = new RegExp(`[老小]${FAMILY}(?=$|[\\s\\p{P}]|家|说|的)`, 'gu');

/**
 * Words of a case for those who have nothing to do with it: without numbers and addresses of people, without whose door it was, without
 * number plates and names. A full name that stands alone cannot be told from other words. At most `most` characters.
 */
export const publicWords = (text: string, most: number): string => {
  const plain = maskPrivate(cleanText(text))
    .replace(MASKED, '')
    .replace(PLATE, '某车')
    .replace(DOOR, '')
    .replace(NAMED, '某某')
    .replace(CALLED, '某')
    .replace(FAMILIAR, '某人');
  return plain.length > most ? `${plain.slice(0, most - 1)}…` : plain;
};
