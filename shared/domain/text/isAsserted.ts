/** Right before a word: it is denied. 「是不是」「有没有」 ask, and deny nothing; 「不小心」 is no denial of what follows. */
const DENIED =
  /(?:(?<!有)没有?|并未|未曾|(?<!是)不是|(?<!会)不会|不|未|无|别|勿|非)(?:再|真的?|完全|全|怎么|太|发生|出现|发现|看到|有|人|什么|任何|会|能|算|上|被)*$/u;
/** Anywhere before it in its clause: it is feared, warned of or supposed. */
const SUPPOSED =
  /怕|担心|担忧|万一|要是|如果|假如|倘若|容易|防止|避免|以免|免得|预防|(?<!不)小心|当心|谨防|差点|差一点|险些|会不会|以防|别让|迟早|早晚|随时/u;
/** Right behind it: it was so once. 塌过 tells of earlier, 塌过来 does not. */
const ONCE = /^过(?![来去])/u;

/** Whether a clause says that the words from `start` on are not so. */
export const isDenied = (clause: string, start: number): boolean => DENIED.test(clause.slice(0, start));

/** Whether a clause says that the words at `start`…`end` are so, rather than denying, fearing or remembering them. */
export const isAsserted = (clause: string, start: number, end: number): boolean => {
  const before = clause.slice(0, start);
  return !isDenied(clause, start) && !SUPPOSED.test(before) && !ONCE.test(clause.slice(end));
};
