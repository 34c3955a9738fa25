import { SignJWT } from 'jose';

/** A web token as the session door signs it, by the local clock. */
export const signToken = (conversation: string, secret: string, now: number): Promise<string> => {
  const issued = Math.floor(now / 1_000);
  return new SignJWT({})
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer('wangge')
    .setSubject(conversation)
    .setIssuedAt(issued)
    .setExpirationTime(issued + 180 * 86_400)
    .sign(new TextEncoder().encode(secret));
};
