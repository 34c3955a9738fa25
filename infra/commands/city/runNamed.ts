import { Stop } from './Stop.ts';

/** Where words go: a test gives its own. */
interface Spoken {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}

interface Named<T extends Spoken> {
  readonly help: string;
  readonly commands: Readonly<Record<string, (args: readonly string[], around: T) => Promise<number>>>;
}

/** Runs the command that the first word names, and answers its exit code. */
export const runNamed = async <T extends Spoken>(
  [name = '', ...rest]: readonly string[],
  { help, commands }: Named<T>,
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
    if (!(error instanceof Stop)) throw error;
    around.err(error.message);
    return error.code;
  }
};
