import { setTimeout } from 'node:timers/promises';
import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { answerTurn } from '../../bots/engine/answerTurn.ts';
import type { Session } from '../../bots/engine/Session.ts';
import type { TalkWorld } from '../../bots/takeTurn.ts';
import { dynamoCases } from '../../shared/store/dynamo/dynamoCases.ts';
import { dynamoCodes } from '../../shared/store/dynamo/dynamoCodes.ts';
import { dynamoRows } from '../../shared/store/dynamo/dynamoRows.ts';
import { dynamoSockets } from '../../shared/store/dynamo/dynamoSockets.ts';
import { dynamoTalks } from '../../shared/store/dynamo/dynamoTalks.ts';
import { openTable } from '../../shared/store/dynamo/openTable.ts';
import { log } from '../middleware/log.ts';
import { metrics } from '../middleware/metrics.ts';
import { inspectPhoto } from '../outlets/inspectPhoto.ts';
import { signPhoto } from '../outlets/photos.ts';
import { pushToSockets } from '../outlets/pushToSockets.ts';
import { sendTurn } from '../outlets/sendTurn.ts';
import { namesShown } from './boardPolicy.ts';
import { cityOfTable, staffingOfTable } from './cityOfTable.ts';

interface TalkEnvironment {
  readonly CITY: string;
  readonly CITY_BUCKET: string;
  readonly TABLE_NAME: string;
  readonly PHOTO_BUCKET: string;
  readonly SOCKET_ENDPOINT: string;
  readonly TURN_QUEUE_URL: string;
  readonly BOARD_NAMES: string;
  readonly PUBLIC_URL: string;
}

/** What carrying a conversation on needs, but for how its messages are delivered; and how web pages are told. */
export const talkWorld = (
  env: TalkEnvironment,
): { readonly world: Omit<TalkWorld, 'deliver'>; readonly push: ReturnType<typeof pushToSockets> } => {
  const table = openTable(env.TABLE_NAME);
  return {
    world: {
      cases: dynamoCases(table),
      talks: dynamoTalks<Session>(table),
      rows: dynamoRows(table),
      cities: cityOfTable(table, env),
      staffing: staffingOfTable(table, env),
      codes: dynamoCodes(table),
      onWrongCode: () => {
        metrics.addMetric('BindingTriesWrong', MetricUnit.Count, 1);
        metrics.publishStoredMetrics();
      },
      send: sendTurn(env.TURN_QUEUE_URL),
      now: Date.now,
      pause: setTimeout,
      inspectPhoto: inspectPhoto(env.PHOTO_BUCKET),
      dialog: answerTurn,
      names: namesShown(env.BOARD_NAMES),
      pages: env.PUBLIC_URL,
    },
    push: pushToSockets(env.SOCKET_ENDPOINT, {
      sockets: dynamoSockets(table),
      signPhoto: signPhoto(env.PHOTO_BUCKET),
      onFault: (fault) => log.warn('a push did not arrive; the page will fetch', fault as Error),
    }),
  };
};
