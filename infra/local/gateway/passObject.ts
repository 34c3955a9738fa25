import type { Answer } from './Answer.ts';
import type { ObjectEngine } from './ObjectEngine.ts';
import type { Incoming } from './s3Request.ts';

/** Hop-by-hop and of the engine's own making: not passed on. */
const DROPPED = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'date',
  'authorization',
  'expect',
  'host',
]);

/** The engine cannot read a body of no bytes; written in chunks, it is one that ends at once. */
const emptyBody = { headers: { 'content-encoding': 'aws-chunked' }, payload: '0\r\n\r\n' };

/** Has the engine answer an object request. `url`: path style, encoded. */
export const passObject = async (
  engine: ObjectEngine,
  method: string,
  url: string,
  { headers, body }: Pick<Incoming, 'headers' | 'body'>,
): Promise<Answer> => {
  const passed = Object.entries(headers).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && !DROPPED.has(entry[0]),
  );
  const empty = method === 'PUT' && body.length === 0;
  const answer = await engine.s3({
    method,
    url,
    headers: {
      ...(method === 'PUT' ? { 'content-type': 'application/octet-stream' } : {}),
      ...Object.fromEntries(empty ? passed.filter(([name]) => name !== 'content-length') : passed),
      ...(empty ? emptyBody.headers : {}),
    },
    ...(empty ? { payload: emptyBody.payload } : body.length === 0 ? {} : { payload: body }),
  });
  const given = Object.entries(answer.headers).filter(
    ([name, value]) => value !== undefined && !DROPPED.has(name),
  );
  return {
    status: answer.statusCode,
    headers: Object.fromEntries(given.map(([name, value]) => [name, String(value)])),
    body: answer.rawPayload,
  };
};
