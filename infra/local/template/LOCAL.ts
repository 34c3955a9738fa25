/** The account the local run pretends to be. Nothing outside this file may assume these. */
export const LOCAL = {
  account: '000000000000',
  region: 'us-east-1',
  partition: 'aws',
  urlSuffix: 'amazonaws.com',
} as const;
