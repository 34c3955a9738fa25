/** 「是不是建设路」 asks. */
const DENIES = /(?:(?<!是)(?:不是|不在|没在|不住|没住)|并非|而非)(?:在|这个?|那个?|说|指)?$/u;

/** Whether what stands at a place in a text is denied right before it. */
export const isDenied = (text: string, at: number): boolean =>
  DENIES.test(text.slice(Math.max(0, at - 8), at));
