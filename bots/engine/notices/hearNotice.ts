import type { CaseNotice, Notice } from '../../../shared/contracts/notice.ts';
import { STAFF_TELLINGS } from '../../../shared/domain/case/react/Telling.ts';
import { dayOf } from '../../../shared/domain/time/Instant.ts';
import type { Step } from '../Dialog.ts';
import { binding } from '../phrases/binding.ts';
import { isBare } from '../report/Form.ts';
import { done, type Scene, withoutForm, withSession } from '../Scene.ts';
import type { StaffNotice } from './StaffNotice.ts';
import { dutyText } from './tellDuty.ts';
import { handedOverText, leaveText } from './tellPosts.ts';
import { type ResidentNotice, tellResident } from './tellResident.ts';
import { tellStaff } from './tellStaff.ts';

/** A notice becomes a message; a task becomes a card whose buttons work until the case goes on. Forms in progress are not touched. */
export const hearNotice = (given: Scene, notice: Notice): Step => {
  const { form } = given.session;
  const scene = form && isBare(form) ? withSession(given, withoutForm(given.session)) : given;
  switch (notice.kind) {
    case 'handedOver':
      return done(scene.session, { text: handedOverText(notice) });
    case 'leave':
      return done(scene.session, { text: leaveText(notice) });
    case 'duty':
      return done(scene.session, { text: dutyText(notice, dayOf(scene.turn.at)) });
    case 'moved':
      return done(scene.session, { text: binding.movedAway(notice.name) });
    default:
      return isForStaff(notice) ? tellStaff(scene, notice) : tellResident(scene, notice as ResidentNotice);
  }
};

const FOR_STAFF: ReadonlySet<CaseNotice['kind']> = new Set(STAFF_TELLINGS);

const isForStaff = (notice: CaseNotice): notice is StaffNotice => FOR_STAFF.has(notice.kind);
