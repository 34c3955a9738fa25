import {
  memoryCases,
  memoryCityVersions,
  memoryRows,
  memorySockets,
  memoryTalks,
} from '../../shared/store/memory/memoryStores.ts';
import { storeContract } from './storeContract.ts';

storeContract(async () => {
  const cases = memoryCases();
  return {
    cases,
    scan: cases.scan,
    talks: memoryTalks(),
    rows: memoryRows(),
    sockets: memorySockets(),
    cities: memoryCityVersions(),
  };
});
