import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { receiptQuerySchema } from '../../shared/contracts/receipt.ts';
import type { Asked } from './drawForm.ts';

/** Number and receipt of a request, wherever they stand in its address; what is too long to be one is not there. */
export const readAsked = ({
  pathParameters,
  queryStringParameters,
}: Pick<APIGatewayProxyEventV2, 'pathParameters' | 'queryStringParameters'>): Asked => {
  const read = receiptQuerySchema.safeParse({ ...queryStringParameters, ...pathParameters });
  if (!read.success) return {};
  const { number, receipt } = read.data;
  return {
    ...(number === undefined ? {} : { number: number.toWellFormed().normalize('NFKC').replace(/\s/gu, '') }),
    ...(receipt === undefined ? {} : { receipt: receipt.toWellFormed().trim() }),
  };
};
