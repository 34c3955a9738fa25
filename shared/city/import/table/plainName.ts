/** `手机号（必填）*` and `手机 号` are 手机号. */
export const plainName = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[(【[].*?[)】\]]/gu, '')
    .replace(/[\s*:_-]+/gu, '')
    .toLowerCase();
