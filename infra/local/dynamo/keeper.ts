import { spawn } from 'node:child_process';

/**
 * Runs a program, named with its arguments on the command line, for as long as its own standard input is open. A parent that is
 * killed cannot end what it started, but the pipe to it breaks in any case. Says the program's process id on its standard
 * output, ends as the program ends. Run by Node as it is; nothing imports it.
 */
const PATIENCE = 5_000;

const [program = '', ...args] = process.argv.slice(2);
const child = spawn(program, args, { stdio: 'ignore' });
child.on('error', (error) => {
  console.error(error.message);
  process.exit(1);
});
child.on('exit', (code) => process.exit(code ?? 1));
console.log(child.pid);
process.stdin.resume();
process.stdin.on('close', () => {
  child.kill();
  setTimeout(() => child.kill('SIGKILL'), PATIENCE);
});
