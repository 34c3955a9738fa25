import type { LevelChange } from 'dynalite/db/index.js';
import describeTimeToLive from 'dynalite/validations/describeTimeToLive.js';
import type { Item } from './attributeValue.ts';
import { checkRequest } from './checkRequest.ts';
import { dynamoError } from './dynamoError.ts';
import type { Engine, Operations } from './engine.ts';
import { existingTable } from './existingTable.ts';
import { readRange } from './readRange.ts';
import { expiryOf } from './recordChange.ts';
import { expiryKey, expiryPrefix, itemKey, under } from './storeKeys.ts';
import type { TableRecord } from './tableRecord.ts';

interface UpdateTimeToLive {
  readonly TableName: string;
  readonly TimeToLiveSpecification: { readonly AttributeName: string; readonly Enabled: boolean };
}
const UPDATE = {
  types: {
    ...describeTimeToLive.types,
    TimeToLiveSpecification: {
      type: 'FieldStruct<TimeToLiveSpecification>',
      notNull: true,
      children: {
        AttributeName: {
          type: 'String',
          notNull: true,
          lengthGreaterThanOrEqual: 1,
          lengthLessThanOrEqual: 255,
        },
        Enabled: { type: 'Boolean', notNull: true },
      },
    },
  },
};
const invalid = (message: string) => dynamoError('ValidationException', message);

/** UpdateTimeToLive, DescribeTimeToLive. */
export function timeToLive(engine: Engine): Operations {
  return {
    UpdateTimeToLive: (body) => update(engine, checkRequest<UpdateTimeToLive>(body, UPDATE)),
    DescribeTimeToLive: (body) => {
      const { TableName: name } = checkRequest<{ TableName: string }>(body, describeTimeToLive);
      const { ttl } = existingTable(engine, name);
      return {
        TimeToLiveDescription: ttl
          ? { TimeToLiveStatus: 'ENABLED', AttributeName: ttl }
          : { TimeToLiveStatus: 'DISABLED' },
      };
    },
  };
}

function update(engine: Engine, request: UpdateTimeToLive): Promise<object> {
  const { AttributeName: attribute, Enabled: on } = request.TimeToLiveSpecification;
  return engine.journal.alone(async () => {
    const old = existingTable(engine, request.TableName);
    checkTransition(old, attribute, on);
    const { ttl: _, ...plain } = old;
    const table: TableRecord = on ? { ...plain, ttl: attribute } : plain;
    await engine.level.clear(under(expiryPrefix(request.TableName)));
    const changes: LevelChange[] = on ? await expiries(engine, table) : [];
    engine.tables.set(table);
    changes.push(engine.tables.put(table));
    return { changes, answer: { TimeToLiveSpecification: request.TimeToLiveSpecification } };
  });
}

function checkTransition({ ttl }: TableRecord, attribute: string, on: boolean): void {
  if (on && ttl === attribute) throw invalid('TimeToLive is already enabled');
  if (!on && ttl === undefined) throw invalid('TimeToLive is already disabled');
  if (ttl !== undefined && ttl !== attribute) {
    throw invalid(`TimeToLive is active on a different AttributeName: current AttributeName is ${ttl}`);
  }
}

async function expiries(engine: Engine, table: TableRecord): Promise<LevelChange[]> {
  const name = table.description.TableName;
  const prefix = itemKey(name, '');
  const changes: LevelChange[] = [];
  for await (const [key, value] of readRange(engine.level, under(prefix))) {
    const seconds = expiryOf(table, value as Item);
    if (seconds === undefined) continue;
    const own = key.slice(prefix.length);
    changes.push({ type: 'put', key: expiryKey(name, seconds, own), value: own });
  }
  return changes;
}
