import type { Finding } from '../Fault.ts';
import { checkAreas } from './checkAreas.ts';
import { checkCalendar } from './checkCalendar.ts';
import { checkCatalog } from './checkCatalog.ts';
import { checkLeaves } from './checkLeaves.ts';
import { checkLedger } from './checkLedger.ts';
import { checkPlaces } from './checkPlaces.ts';
import { checkRings } from './checkRings.ts';
import { checkRoutes } from './checkRoutes.ts';
import { checkSettings } from './checkSettings.ts';
import { checkSuperiors } from './checkSuperiors.ts';
import { checkSupervisors } from './checkSupervisors.ts';
import { checkUnits } from './checkUnits.ts';
import type { Check, Draft } from './Draft.ts';

const checks: readonly Check[] = [
  checkSettings,
  checkAreas,
  checkLeaves,
  checkRings,
  checkPlaces,
  checkCatalog,
  checkUnits,
  checkRoutes,
  checkLedger,
  checkSuperiors,
  checkSupervisors,
  checkCalendar,
];

/** Everything that the parts of a city say against each other. */
export const checkDraft = (draft: Draft): readonly Finding[] => checks.flatMap((check) => check(draft));
