// Run before everything else, by whatever Node there is: it must not need a new one to say that it needs a new one.
const needed = 24;
const [major] = process.versions.node.split('.');
if (Number(major) < needed) {
  console.error(
    [
      `Wangge needs Node ${needed} or newer; this is ${process.version} (${process.execPath}).`,
      'npm brings it along: run "npm ci" (without --omit=optional), and start with "npm start", which uses it.',
      'Where npm has none for this machine, install Node from https://nodejs.org and try again.',
    ].join('\n'),
  );
  process.exit(1);
}
