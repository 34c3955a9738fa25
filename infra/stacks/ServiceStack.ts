import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { TABLE } from '../../shared/contracts/table.ts';
import { eachMinute } from '../constructs/eachMinute.ts';
import { FailureQueue } from '../constructs/FailureQueue.ts';
import { feedHistory } from '../constructs/feedHistory.ts';
import { HttpDoor } from '../constructs/HttpDoor.ts';
import { keepHours } from '../constructs/keepHours.ts';
import { letGatewayLog } from '../constructs/letGatewayLog.ts';
import { OwnSecret } from '../constructs/OwnSecret.ts';
import { ServiceFunction } from '../constructs/ServiceFunction.ts';
import { SocketDoor } from '../constructs/SocketDoor.ts';
import { WorkQueue } from '../constructs/WorkQueue.ts';
import { type FunctionName, functionNames, settingsOfFunction } from '../functions.ts';
import { type StageName, settingsOf } from '../stage.ts';
import type { DataStack } from './DataStack.ts';

type Functions = Readonly<Record<FunctionName, ServiceFunction>>;

export interface ServiceSettings extends StackProps {
  readonly data: DataStack;
  readonly bundles: string;
}

/** Lambda's own advice: long enough for a full batch and its retries. */
const visibilityFor = (consumer: FunctionName): number => 6 * settingsOfFunction(consumer).timeout;

/** Doors, functions, queues, streams and the clock. Holds nothing that cannot be made again from the data stack. */
export class ServiceStack extends Stack {
  readonly functions: Functions;
  readonly turns: WorkQueue;
  readonly ticks: WorkQueue;
  readonly handOvers: WorkQueue;
  readonly replies: WorkQueue;
  readonly streamFailures: FailureQueue;
  readonly sweepFailures: FailureQueue;
  readonly watchFailures: FailureQueue;
  readonly hoursFailures: FailureQueue;
  readonly webSecret: OwnSecret;
  readonly hostSecret: OwnSecret;
  readonly http: HttpDoor;
  readonly socket: SocketDoor;

  constructor(scope: Construct, id: string, stage: StageName, settings: ServiceSettings) {
    const { data, bundles, ...props } = settings;
    super(scope, id, props);
    const all = functionNames.map(
      (name) => [name, new ServiceFunction(this, name, { stage, bundles })] as const,
    );
    this.functions = Object.fromEntries(all) as Functions;

    this.turns = new WorkQueue(this, 'Turns', {
      fifo: true,
      visibility: visibilityFor('takeTurn'),
      lateAfter: 120,
    });
    this.ticks = new WorkQueue(this, 'Ticks', { visibility: visibilityFor('tickCase'), lateAfter: 180 });
    this.handOvers = new WorkQueue(this, 'HandOvers', {
      fifo: true,
      visibility: visibilityFor('handOver'),
      lateAfter: 300,
    });
    // The host has a minute to send what it was given. Its absence shows as age long before anything expires.
    this.replies = new WorkQueue(this, 'Replies', { fifo: true, visibility: 60, lateAfter: 300 });
    this.streamFailures = new FailureQueue(this, 'StreamFailures');
    this.sweepFailures = new FailureQueue(this, 'SweepFailures');
    this.watchFailures = new FailureQueue(this, 'WatchFailures');
    this.hoursFailures = new FailureQueue(this, 'HoursFailures');

    this.webSecret = new OwnSecret(this, 'WebSecret', {
      description: `Wangge ${stage}: signs the tokens of the web channel`,
      key: data.key,
      unrotated:
        'Changing it ends every web conversation: an operator does it on purpose, after a leak, not a clock.',
      generate: { passwordLength: 64, excludePunctuation: true },
    });
    this.hostSecret = new OwnSecret(this, 'HostSecret', {
      description: `Wangge ${stage}: signs what channel hosts send`,
      key: data.key,
      unrotated: 'Door and host must change it in the same moment: done by redeploying both, not by a clock.',
      // 44 characters of letters and digits are valid base64 of 33 bytes, which is what Standard Webhooks asks for.
      generate: { passwordLength: 44, excludePunctuation: true },
    });

    this.http = new HttpDoor(this, 'Http', stage, this.functions);
    this.socket = new SocketDoor(this, 'Socket', stage, this.functions.connectSocket);
    this.wireWeb(data, settingsOf(stage).city);
    this.wireBoard(data, stage);
    this.wireReceipts(data, stage);
    this.wireCommands(data, settingsOf(stage).city);
    this.wireHosts(data);
    this.wireWorkers(data, stage);
    this.wireHandOver(data, settingsOf(stage).city);
    this.wireMinute(data);
    keepHours(this, {
      ...this.functions,
      data,
      city: settingsOf(stage).city,
      turns: this.turns,
      ticks: this.ticks,
      failures: this.hoursFailures,
    });
    if (settingsOf(stage).accountLogRole) letGatewayLog(this, this.socket.stage);

    new CfnOutput(this, 'HttpUrl', {
      value: this.http.api.apiEndpoint,
      description: 'Append /chat for the page',
    });
    new CfnOutput(this, 'SocketUrl', { value: this.socket.stage.url });
  }

  private wireWeb(data: DataStack, city: string): void {
    const { openSession, postTurn, postPhoto, readMessages, readCases, readCase, readAreas, connectSocket } =
      this.functions;
    for (const door of [openSession, postTurn, postPhoto, readMessages, readCases, readCase, connectSocket]) {
      door.readsSecret('WEB_SECRET_ARN', this.webSecret);
    }
    this.takesTurns(postTurn, data, city);
    postPhoto.putsPhotos(data.photos);
    readMessages.readsTable(data.table, 'Query').getsPhotos(data.photos);
    readCases.readsTable(data.table, 'GetItem', 'BatchGetItem', 'Query').getsCities(data.cities, city);
    readCase.readsTable(data.table, 'GetItem', 'Query').getsCities(data.cities, city);
    readAreas.readsTable(data.table, 'GetItem').getsCities(data.cities, city);
    connectSocket.writesTable(data.table, 'PutItem');
    // The page is told where to listen, and may reach no other places: its security policy names these two.
    this.functions.chatPage
      .has('SOCKET_URL', this.socket.stage.url)
      .has('PHOTO_ORIGIN', `https://${data.photos.bucketRegionalDomainName}`);
    for (const widget of [this.functions.casesByStage, this.functions.cityMap])
      widget.readsTable(data.table, 'GetItem', 'Query').getsCities(data.cities, city);
  }

  /** What is public of the city's people, on the board and in the greeting of whoever scanned its code. */
  private wireBoard(data: DataStack, stage: StageName): void {
    const { city, board } = settingsOf(stage);
    const { readBoard, boardPage, postTurn, takeTurn } = this.functions;
    for (const shown of [readBoard, boardPage])
      shown
        .readsTable(data.table, 'GetItem')
        .getsCities(data.cities, city)
        .has('BOARD_PHONES', board.phones ? 'own' : 'unit');
    for (const speaker of [readBoard, boardPage, postTurn, takeTurn]) speaker.has('BOARD_NAMES', board.names);
  }

  /** Whoever tells people of a receipt also tells where it is checked. */
  private wireReceipts(data: DataStack, stage: StageName): void {
    const { verifyReceipt, postTurn, takeTurn } = this.functions;
    verifyReceipt.readsTable(data.table, 'GetItem', 'Query').getsCities(data.cities, settingsOf(stage).city);
    for (const speaker of [postTurn, takeTurn]) speaker.has('PUBLIC_URL', this.http.api.apiEndpoint);
  }

  /** Whoever asks something of a case without a dialog, and what anybody may see of those that are late. */
  private wireCommands(data: DataStack, city: string): void {
    const { openCase, commandCase, readListed } = this.functions;
    for (const door of [openCase, commandCase])
      door
        .readsSecret('WEB_SECRET_ARN', this.webSecret)
        .readsTable(data.table, 'GetItem', 'Query')
        .writesTable(data.table, 'PutItem')
        .getsCities(data.cities, city)
        .inspectsPhotos(data.photos);
    // When a report was first asked for.
    openCase.writesTable(data.table, 'UpdateItem');
    readListed.readsTable(data.table, 'GetItem', 'Query').getsCities(data.cities, city);
  }

  private wireHosts(data: DataStack): void {
    const { hostTurn, hostPhoto, hostReplies, hostAck } = this.functions;
    for (const door of [hostTurn, hostPhoto, hostReplies, hostAck]) {
      door.readsSecret('HOST_SECRET_ARN', this.hostSecret);
    }
    hostTurn.sendsTo('TURN_QUEUE_URL', this.turns.queue);
    hostPhoto.putsPhotos(data.photos);
    hostReplies.receivesFrom('REPLY_QUEUE_URL', this.replies.queue).getsPhotos(data.photos);
    hostAck.deletesFrom('REPLY_QUEUE_URL', this.replies.queue);
  }

  private wireWorkers(data: DataStack, stage: StageName): void {
    const { city, queueConcurrency } = settingsOf(stage);
    const { takeTurn, tickCase, notify, project } = this.functions;
    this.turns.workedBy(takeTurn, queueConcurrency.turns);
    this.ticks.workedBy(tickCase, queueConcurrency.ticks);
    this.takesTurns(takeTurn, data, city).sendsTo('REPLY_QUEUE_URL', this.replies.queue);
    tickCase
      .readsTable(data.table, 'GetItem')
      .writesTable(data.table, 'PutItem')
      .getsCities(data.cities, city);
    notify
      .readsTable(data.table, 'GetItem', 'Query')
      // What waits for the end of the quiet hours.
      .writesTable(data.table, 'PutItem')
      .getsCities(data.cities, city)
      .sendsTo('TURN_QUEUE_URL', this.turns.queue);
    project
      .readsTable(data.table, 'GetItem', 'Query')
      // What is published of a case is taken away by itself, unless it is newer.
      .writesTable(data.table, 'PutItem', 'DeleteItem', 'BatchWriteItem');
    feedHistory(data.table, notify, this.streamFailures);
    feedHistory(data.table, project, this.streamFailures);
  }

  /** Whoever carries a conversation on: its records, the cases it is about, and the pages that have it open. */
  private takesTurns(taker: ServiceFunction, data: DataStack, city: string): ServiceFunction {
    this.socket.pushedToBy(taker);
    return (
      taker
        .readsTable(data.table, 'GetItem', 'BatchGetItem', 'Query')
        .writesTable(data.table, 'PutItem', 'UpdateItem', 'DeleteItem')
        .getsCities(data.cities, city)
        .putsStaffing(data.cities, city)
        // Somebody else may have to hear of what one says: the account that spoke for them before.
        .sendsTo('TURN_QUEUE_URL', this.turns.queue)
        .inspectsPhotos(data.photos)
    );
  }

  /** Where others answer than before, what is open is told, and so are they. */
  private wireHandOver(data: DataStack, city: string): void {
    const { watchPosts, handOver } = this.functions;
    // Parts of one change side by side, but not so many that they take the table's writes from those who speak.
    // One message at a time has all the time there is: those behind it must not be counted as tried.
    this.handOvers.workedBy(handOver, 5, 1);
    watchPosts.readsTable(data.table, 'GetItem', 'Query').writesTable(data.table, 'PutItem');
    handOver.readsTable(data.table, 'GetItem', 'Query').writesTable(data.table, 'PutItem');
    for (const each of [watchPosts, handOver])
      each.getsCities(data.cities, city).sendsTo('TURN_QUEUE_URL', this.turns.queue);
    watchPosts.sendsTo('HANDOVER_QUEUE_URL', this.handOvers.queue);
  }

  private wireMinute(data: DataStack): void {
    const { sweepDue, watchPosts } = this.functions;
    sweepDue.queriesIndex(data.table, TABLE.dueIndex.name).sendsTo('TICK_QUEUE_URL', this.ticks.queue);
    const sweep = eachMinute(sweepDue, this.sweepFailures);
    const watch = eachMinute(watchPosts, this.watchFailures);
    new Rule(this, 'EachMinute', {
      description:
        'Looks for cases that fall due within the next two minutes, and for posts that others answer for',
      schedule: Schedule.rate(Duration.minutes(1)),
      targets: [sweep, watch],
    });
  }
}
