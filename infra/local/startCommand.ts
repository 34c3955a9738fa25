/** What a person may give to `npm start`, as text. */
export type StartOptions = Readonly<
  Partial<Record<'data' | 'port' | 'city' | 'engine', string> & Record<'fresh' | 'quiet', boolean>>
>;

const NAMES = ['fresh', 'data', 'port', 'city', 'engine', 'quiet'] as const;

/** For a shell; plain words stay as they are. */
const quoted = (text: string): string =>
  /^[\w./:@%+=,-]+$/u.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;

/** A line to type that asks for what was asked before, but for `changes`; undefined leaves out. */
export const startCommand = (
  given: StartOptions,
  changes: { readonly [name in keyof StartOptions]: StartOptions[name] | undefined },
): string => {
  const wanted = { ...given, ...changes };
  const words = NAMES.flatMap((name) => {
    const value = wanted[name];
    if (value === undefined || value === false) return [];
    return value === true ? [`--${name}`] : [`--${name}`, quoted(value)];
  });
  return ['npm start', ...(words.length > 0 ? ['--'] : []), ...words].join(' ');
};
