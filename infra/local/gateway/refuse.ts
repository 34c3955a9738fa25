import { type Answer, jsonAnswer } from './Answer.ts';

export interface Refusal {
  /** The service's own name of the error: `AccessDeniedException`, `NoSuchKey`. */
  readonly code: string;
  readonly message: string;
  /** HTTP status; 400 when absent. */
  readonly status?: number;
  /** SQS only: how its old protocol calls the error, where that differs. */
  readonly queryCode?: string;
  /** More members of the answer. */
  readonly members?: Readonly<Record<string, unknown>>;
}

/** Makes any text safe inside XML. */
const escapeXml = (text: string): string =>
  text.replaceAll(/[<>&"']/gu, (character) => `&#${character.charCodeAt(0)};`);

const xml = ({ code, message, status = 400, members = {} }: Refusal): Answer => {
  const more = Object.entries(members).map(
    ([name, value]) => `<${name}>${escapeXml(String(value))}</${name}>`,
  );
  return {
    status,
    headers: { 'content-type': 'application/xml' },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${escapeXml(message)}</Message>${more.join('')}<RequestId>LOCAL</RequestId><HostId>local</HostId></Error>`,
  };
};

/** An error in the protocol of its service, so that the SDK makes of it what it would make of AWS's own. */
export const refuse = (service: string, refusal: Refusal): Answer => {
  if (service === 's3') return xml(refusal);
  const { code, message, status = 400, queryCode = code, members } = refusal;
  const answer = jsonAnswer(service, status, { __type: code, message, ...members });
  const headers: Record<string, string> = { ...answer.headers, 'x-amzn-errortype': code };
  // SQS still names its errors as its old protocol did.
  if (service === 'sqs') headers['x-amzn-query-error'] = `${queryCode};Sender`;
  return { ...answer, headers };
};
