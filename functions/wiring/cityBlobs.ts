import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { CityBlobs } from '../../shared/application/cityPorts.ts';

/** Versions in the city bucket. What lies there never changes, so what was read once may be kept. */
export const cityBlobs = (bucket: string, s3 = new S3Client({})): CityBlobs => {
  const read = async (key: string): Promise<Uint8Array> => {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    if (!Body) throw new Error(`${key} is empty`);
    return Body.transformToByteArray();
  };
  const write = async (key: string, bytes: Uint8Array): Promise<void> => {
    await s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes }));
  };
  return {
    get: (city, version) => read(`cities/${city}/${version}.json.gz`),
    put: (city, version, bytes) => write(`cities/${city}/${version}.json.gz`, bytes),
    getManifest: async (city, version) => {
      try {
        return await read(manifestKey(city, version));
      } catch (fault) {
        if (isMissing(fault)) return undefined;
        throw fault;
      }
    },
    putManifest: (city, version, bytes) => write(manifestKey(city, version), bytes),
    getPart: (city, hash) => read(`cities/${city}/parts/${hash}`),
    putPart: (city, hash, bytes) => write(`cities/${city}/parts/${hash}`, bytes),
    // One that was put when they still lay among the parts has the hash alone for its name.
    getStaffing: (city, name) => read(`cities/${city}/${name.includes('/') ? name : `parts/${name}`}`),
    putStaffing: (city, name, bytes) => write(`cities/${city}/${name}`, bytes),
  };
};

const manifestKey = (city: string, version: string): string => `cities/${city}/${version}.parts.json`;

/** S3 answers 403 instead of 404 to whoever may not list the bucket; a permission that is lacking shows at the next read. */
const isMissing = (fault: unknown): boolean => {
  const status = (fault as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
  return status === 404 || status === 403;
};
