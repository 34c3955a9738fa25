import type { CityBlobs } from '../../shared/application/cityPorts.ts';

/** A bucket of city versions in memory: `objects` by key, `steps` in the order they were put. */
export const memoryBlobs = () => {
  const objects = new Map<string, Uint8Array>();
  const steps: string[] = [];
  const put = async (key: string, bytes: Uint8Array): Promise<void> => {
    steps.push(`put ${key}`);
    objects.set(key, bytes);
  };
  const get = async (key: string): Promise<Uint8Array> => {
    const found = objects.get(key);
    if (!found) throw new Error(`${key} is not there`);
    return found;
  };
  const blobs: CityBlobs = {
    get: (city, version) => get(`${city}/${version}`),
    put: (city, version, bytes) => put(`${city}/${version}`, bytes),
    getManifest: async (city, version) => objects.get(`${city}/${version}.parts`),
    putManifest: (city, version, bytes) => put(`${city}/${version}.parts`, bytes),
    getPart: (city, hash) => get(`${city}/parts/${hash}`),
    putPart: (city, hash, bytes) => put(`${city}/parts/${hash}`, bytes),
    getStaffing: (city, name) => get(`${city}/${name}`),
    putStaffing: (city, name, bytes) => put(`${city}/${name}`, bytes),
  };
  return { blobs, objects, steps };
};
