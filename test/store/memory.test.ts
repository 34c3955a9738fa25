import {
  memoryCityVersions,
  memoryPostsMark,
  memoryWorkedBodies,
} from '../../shared/store/memory/memoryCity.ts';
import { memoryCodes } from '../../shared/store/memory/memoryCodes.ts';
import { memoryFirstAsked } from '../../shared/store/memory/memoryFirstAsked.ts';
import { memoryHeldNotices } from '../../shared/store/memory/memoryHeldNotices.ts';
import { memoryListings } from '../../shared/store/memory/memoryListings.ts';
import { memorySolved } from '../../shared/store/memory/memorySolved.ts';
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
    solved: memorySolved(),
    listings: memoryListings(),
    firstAsked: memoryFirstAsked(),
    listed: rows.listed,
    sockets: memorySockets(),
    cities: memoryCityVersions(codes),
    codes,
    held: memoryHeldNotices(),
    mark: memoryPostsMark(),
    worked: memoryWorkedBodies(),
  };
});
