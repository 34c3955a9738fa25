import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { jwtVerify, SignJWT } from 'jose';
import { conversationSchema } from '../../shared/contracts/turn.ts';
import { DoorError } from './DoorError.ts';

const ISSUER = 'wangge';
const LIFE = '180d';

/** A token that lets a page speak in one conversation, and in no other. */
export const signWebToken = (conversation: string, secret: string): Promise<string> =>
  new SignJWT({})
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(ISSUER)
    .setSubject(conversation)
    .setIssuedAt()
    .setExpirationTime(LIFE)
    .sign(new TextEncoder().encode(secret));

/** The conversation a token speaks for. 401 when it is none of ours, altered or expired. */
export const readWebToken = async (token: string, secret: string): Promise<string> => {
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), {
      issuer: ISSUER,
      algorithms: ['HS256'],
    });
    return conversationSchema.parse(payload.sub);
  } catch (cause) {
    throw Object.assign(unauthorised(), { cause });
  }
};

/** The conversation behind `Authorization: Bearer …`. */
export const readBearer = async (event: APIGatewayProxyEventV2, secret: string): Promise<string> => {
  const [scheme, token] = (event.headers.authorization ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || !token) throw unauthorised();
  return readWebToken(token, secret);
};

const unauthorised = (): DoorError =>
  new DoorError(401, 'notSignedIn', {
    message: '没有登录，或者登录已过期。',
    field: 'authorization',
    remedy: '请刷新页面重新进入。',
  });
