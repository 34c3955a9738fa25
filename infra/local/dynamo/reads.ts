import batchGetItem from 'dynalite/actions/batchGetItem.js';
import getItem from 'dynalite/actions/getItem.js';
import query from 'dynalite/actions/query.js';
import scan from 'dynalite/actions/scan.js';
import batchGetItemShape from 'dynalite/validations/batchGetItem.js';
import getItemShape from 'dynalite/validations/getItem.js';
import queryShape from 'dynalite/validations/query.js';
import scanShape from 'dynalite/validations/scan.js';
import { checkRequest, type RequestShape } from './checkRequest.ts';
import { dynamoError } from './dynamoError.ts';
import type { Engine, Operation, Operations } from './engine.ts';
import { openReadStore } from './readStore.ts';

/** dynalite knows of no consistent scans. */
const SCAN: RequestShape = { ...scanShape, types: { ...scanShape.types, ConsistentRead: 'Boolean' } };

/** Reading is dynalite's own, over our store. It sees what is on disk: everything that was acknowledged. */
export function reads(engine: Engine): Operations {
  const store = openReadStore(engine);
  const operation =
    (action: typeof getItem, shape: RequestShape): Operation =>
    (body) =>
      new Promise((resolve, reject) => {
        const data = checkRequest<object>(body, shape);
        checkSelect(data);
        action(store, data, (error, answer) => (error ? reject(error) : resolve(answer)));
      });
  return {
    GetItem: operation(getItem, getItemShape),
    BatchGetItem: operation(batchGetItem, batchGetItemShape),
    Query: operation(query, queryShape),
    Scan: operation(scan, SCAN),
  };
}

/** dynalite lets this pass. */
function checkSelect(data: {
  Select?: string;
  ProjectionExpression?: string;
  AttributesToGet?: string[];
}): void {
  if (data.Select !== 'SPECIFIC_ATTRIBUTES') return;
  if (data.ProjectionExpression ?? data.AttributesToGet) return;
  throw dynamoError(
    'ValidationException',
    'Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES',
  );
}
