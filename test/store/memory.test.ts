import {
  memoryCityVersions,
  memoryPostsMark,
  memoryWorkedBodies,
} from '../../shared/store/memory/memoryCity.ts';
import { memoryCodes } from '../../shared/store/memory/memoryCodes.ts';
import {
  memoryCases,
  memoryRows,
  memorySockets,
  memoryTalks,
} from '../../shared/store/memory/memoryStores.ts';
import { storeContract } from './storeContract.ts';

storeContract(async () => {
  const cases = memoryCases();
  const rows = memoryRows();
  const codes = memoryCodes();
  return {
    cases,
    scan: cases.scan,
    talks: memoryTalks(),
    rows,
    listed: rows.listed,
    sockets: memorySockets(),
    cities: memoryCityVersions(codes),
    codes,
    mark: memoryPostsMark(),
    worked: memoryWorkedBodies(),
  };
});
