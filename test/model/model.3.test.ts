import { holdsFor } from './holdsFor.ts';

// Four files, so that they run side by side.
test(
  '2,500 random lives of a few cases, in which anything fails, keep every promise (3 of 4)',
  () => holdsFor(2_500),
  600_000,
);
