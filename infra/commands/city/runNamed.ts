import { Stop } from './Stop.ts';
import { unreached } from './unreached.ts';

/** Where words go: a test gives its own. */
interface Spoken {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}

interface Named<T extends Spoken> {
  readonly help: string;
  /** The command that shows what was done, for when no answer came. */
  readonly look?: (args: readonly string[]) => string;
  readonly commands: Readonly<Record<string, (args: readonly string[], around: T) => Promise<number>>>;
}

/** Runs the command that the first word names, and answers its exit code. */
export const runNamed = async <T extends Spoken>(
  [name = '', ...rest]: readonly string[],
  { help, commands, look }: Named<T>,
  around: T,
): Promise<number> => {
  try {
    if (name === '--help' || name === '-h') {
      around.out(help);
      return 0;
    }
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!command) throw new Stop(`${name === '' ? '没有写命令' : `没有“${name}”这个命令`}\n\n${help}`, 2);
    return await command(rest, around);
  } catch (error) {
    const stop = error instanceof Stop ? error : stopUnreached(error, look?.(rest));
    if (!stop) throw error;
    around.err(stop.message);
    return stop.code;
  }
};

const stopUnreached = (error: unknown, look: string | undefined): Stop | undefined => {
  const why = unreached(error);
  const next = look === undefined ? '再执行一次' : `先用 ${look} 看办成没有`;
  return why === undefined
    ? undefined
    : new Stop(`连不上（${why}）：没有办完。看网络通不通、npm start 还在不在运行，${next}`, 1, error);
};
