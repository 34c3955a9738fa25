import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** The address of something beside what was asked for, by the name that the caller used. `back`: from there, `../chat`. */
export const addressOf = (
  { headers, requestContext, rawPath }: APIGatewayProxyEventV2,
  back: string,
): string => {
  // API Gateway says so itself; only the local run is without.
  const scheme = headers['x-forwarded-proto'] === 'https' ? 'https' : 'http';
  return new URL(back, `${scheme}://${requestContext.domainName}${rawPath}`).href;
};
