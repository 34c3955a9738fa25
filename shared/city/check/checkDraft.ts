import type { Finding } from '../Fault.ts';
import { checkAreas } from './checkAreas.ts';
import { checkCalendar } from './checkCalendar.ts';
import { checkCatalog } from './checkCatalog.ts';
import { checkCoverage } from './checkCoverage.ts';
import { checkDoubles } from './checkDoubles.ts';
import { checkGaps } from './checkGaps.ts';
import { checkInside } from './checkInside.ts';
import { checkLeaders } from './checkLeaders.ts';
import { checkLeaves } from './checkLeaves.ts';
import { checkLedger } from './checkLedger.ts';
import { checkLimits } from './checkLimits.ts';
import { checkMaterials } from './checkMaterials.ts';
import { checkOverlaps } from './checkOverlaps.ts';
import { checkPlacePoints } from './checkPlacePoints.ts';
import { checkPlaces } from './checkPlaces.ts';
import { checkPolicy } from './checkPolicy.ts';
import { checkRings } from './checkRings.ts';
import { checkRoutes } from './checkRoutes.ts';
import { checkSettings } from './checkSettings.ts';
import { checkStandIns } from './checkStandIns.ts';
import { checkSuperiors } from './checkSuperiors.ts';
import { checkSupervisors } from './checkSupervisors.ts';
import { checkUnitPosts } from './checkUnitPosts.ts';
import { checkUnits } from './checkUnits.ts';
import type { Check, Draft } from './Draft.ts';

const checks: readonly Check[] = [
  checkSettings,
  checkPolicy,
  checkAreas,
  checkLeaves,
  checkRings,
  checkOverlaps,
  checkGaps,
  checkInside,
  checkPlaces,
  checkPlacePoints,
  checkCatalog,
  checkMaterials,
  checkLimits,
  checkUnits,
  checkRoutes,
  checkCoverage,
  checkLedger,
  checkSuperiors,
  checkStandIns,
  checkSupervisors,
  checkDoubles,
  checkLeaders,
  checkUnitPosts,
  checkCalendar,
];

/** Everything that the parts of a city say against each other. */
export const checkDraft = (draft: Draft): readonly Finding[] => checks.flatMap((check) => check(draft));
