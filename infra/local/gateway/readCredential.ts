import type { IncomingHttpHeaders } from 'node:http';

/** Who says they signed a request, and for which service. Where it was said decides how it is checked. */
export interface Credential {
  readonly accessKeyId: string;
  readonly date: string;
  readonly region: string;
  readonly service: string;
  readonly place: 'header' | 'query';
}

/** `KEY/DATE/REGION/SERVICE/aws4_request`. */
export const scopeOf = (text: string, place: Credential['place']): Credential | undefined => {
  const [accessKeyId, date, region, service, end] = text.split('/');
  if (end !== 'aws4_request' || !accessKeyId || !date || !region || !service) return undefined;
  return { accessKeyId, date, region, service, place };
};

/** The credential scope of a SigV4 request: from the Authorization header, else from a presigned address. */
export const readCredential = (
  headers: IncomingHttpHeaders,
  query: URLSearchParams,
): Credential | undefined => {
  const inHeader = /^AWS4-HMAC-SHA256 Credential=([^,\s]+)/u.exec(headers.authorization ?? '')?.[1];
  if (inHeader !== undefined) return scopeOf(inHeader, 'header');
  const inQuery = query.get('X-Amz-Credential');
  return inQuery === null ? undefined : scopeOf(inQuery, 'query');
};
