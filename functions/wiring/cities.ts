import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { Cities, CityBlobs, CityStore, Now } from '../../shared/application/ports.ts';
import { openCity } from '../../shared/city/openCity.ts';
import type { Knowledge } from '../../shared/domain/city/Knowledge.ts';

/** How long a function goes on with the version it knows before it asks which is in force. */
const FRESH = 30_000;

/** Versions in the city bucket. They never change, so a version once loaded is kept. */
export const cityBlobs = (bucket: string, s3 = new S3Client({})): CityBlobs => ({
  get: async (city, version) => {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: keyOf(city, version) }));
    if (!Body) throw new Error(`City version ${city}/${version} is empty`);
    return Body.transformToByteArray();
  },
  put: async (city, version, bytes) => {
    await s3.send(new PutObjectCommand({ Bucket: bucket, Key: keyOf(city, version), Body: bytes }));
  },
});

const keyOf = (city: string, version: string): string => `cities/${city}/${version}.json.gz`;

/** The city this deployment serves: the version in force, looked up again every half minute, and every version by id. */
export const cities = (
  city: string,
  sources: { readonly versions: CityStore; readonly blobs: CityBlobs; readonly now: Now },
): Cities => {
  const known = new Map<string, Promise<Knowledge>>();
  let current: { readonly version: string; readonly readAt: number } | undefined;

  const at = (version: string): Promise<Knowledge> => {
    const loaded = known.get(version) ?? load(sources.blobs, city, version);
    known.set(version, loaded);
    loaded.catch(() => known.delete(version));
    return loaded;
  };

  return {
    at,
    current: async () => {
      const now = sources.now();
      if (!current || Math.abs(now - current.readAt) > FRESH) {
        const version = await sources.versions.currentVersion(city);
        if (version === undefined) throw new Error(`No version of city ${city} has been published`);
        current = { version, readAt: now };
      }
      return at(current.version);
    },
  };
};

const load = async (blobs: CityBlobs, city: string, version: string): Promise<Knowledge> =>
  openCity(await blobs.get(city, version));
