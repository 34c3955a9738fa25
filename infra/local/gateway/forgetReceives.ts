import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * Whoever had received a message ended with the last run: it is there again, and that receive does not count. On AWS the
 * queue does not die with its consumers; here a few kills in a row would otherwise send a good message to the dead letters.
 * To be called before fauxqs opens its database.
 */
export const forgetReceives = (dataDir: string | undefined): void => {
  const file = dataDir === undefined ? undefined : join(dataDir, 'fauxqs.db');
  if (file === undefined || !existsSync(file)) return;
  const database = new DatabaseSync(file);
  try {
    database.exec(
      `UPDATE sqs_messages SET receipt_handle = NULL, visibility_deadline = NULL,
        approximate_receive_count = MAX(0, approximate_receive_count - 1) WHERE receipt_handle IS NOT NULL`,
    );
  } finally {
    database.close();
  }
};
