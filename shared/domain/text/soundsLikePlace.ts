/** What stands in addresses and in words for where something is. Of 路灯, 马路上 and 楼道 only the first sign does. */
const MARKS =
  /(?<![马道公铁走让一])路(?![灯面牌标障基人过上边])|[街巷弄镇乡村苑湾](?!道)|小区|社区|新村|花园|公园|广场|大厦|大楼|医院|学校|小学|中学|大学|幼儿园|市场|菜场|超市|商场|车站|[桥站寺庙]|\d+\s*[号弄栋幢楼]|号楼|门口|旁边|边上|附近|对面|隔壁|路口|拐角|楼下|后面|前面|中间|[东南西北][边面头侧门]/u;
/** Words that tell something: names of places have none of them. */
const TELLS = /[很太没不了着过吗呢怕坏]|真的|危险|快点|赶紧|谢谢|怎么|什么|为啥|有人|有个|希望|麻烦/u;

/**
 * Whether words that name no known place are meant as one: 「老槐树旁边」「月球背面」 are, 「晚上很危险」 is not. `tellsMatter`: they may
 * be about a service; then only the sign of a place makes them one.
 */
export const soundsLikePlace = (text: string, tellsMatter: boolean): boolean =>
  MARKS.test(text) || (!tellsMatter && /\p{L}/u.test(text) && !TELLS.test(text));
