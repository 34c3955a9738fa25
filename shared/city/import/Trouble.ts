/** Something about what was given that a person should know, in Chinese, with what to do about it. */
export interface Trouble {
  /**
   * `stop`: nothing is written until it is put right. `skip`: this row or shape is left out. `note`: it was taken,
   * but not quite as it stood there.
   */
  readonly kind: 'stop' | 'skip' | 'note';
  /** As it was given on the command line. */
  readonly file: string;
  /** `台账!C5`, `:12` (a line), `#3` (the third shape), or '' for the file as a whole. */
  readonly at: string;
  readonly what: string;
  readonly remedy: string;
}

export type Tell = (trouble: Trouble) => void;

const LABELS: Readonly<Record<Trouble['kind'], string>> = { stop: '', skip: '跳过：', note: '注意：' };

/** As many places as are named before the rest is counted. */
const NAMED = 5;

/** One line each; the same trouble in several places is said once, with the places. */
export const printTroubles = (troubles: readonly Trouble[]): readonly string[] => {
  const groups = Map.groupBy(troubles, ({ kind, file, what, remedy }) =>
    [kind, file, what, remedy].join('\n'),
  );
  return [...groups.values()].flatMap(([first, ...others]) => (first ? [print(first, others)] : []));
};

const print = (first: Trouble, others: readonly Trouble[]): string => {
  const { kind, file, at, what, remedy } = first;
  const more = others
    .slice(0, NAMED - 1)
    .map((other) => other.at.replace(/^.*!/u, '').replace(/^:(\d+)$/u, '第 $1 行'));
  const rest = others.length - more.length;
  const places =
    others.length === 0
      ? ''
      : `（还有 ${more.join('、')}${rest > 0 ? ` 等，共 ${others.length + 1} 处` : ''}）`;
  const stop = /[？。]$/u.test(remedy) ? '' : '。';
  const where = at === '' || /^[:#]/u.test(at) ? `${file}${at}` : `${file} ${at}`;
  return `${where}: ${LABELS[kind]}${what}${places}。${remedy}${stop}`.replace(/\s*[\r\n]+\s*/gu, ' ');
};
