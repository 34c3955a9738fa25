import type { Case } from '../../../shared/domain/case/Case.ts';
import { conditionOf } from '../../../shared/domain/case/conditionOf.ts';
import { MOST_PHOTOS } from '../../../shared/domain/case/MOST_PHOTOS.ts';
import { promisedFinish } from '../../../shared/domain/case/promisedFinish.ts';
import type { Refusal } from '../../../shared/domain/case/Refusal.ts';
import { receiptOf } from '../../../shared/domain/case/receiptOf.ts';
import { formatForPeople } from '../../../shared/domain/time/Instant.ts';
import { nextLine, serviceName } from '../cases/describeCase.ts';
import { owedLines } from '../cases/describeWaits.ts';
import { explainRefusal } from '../cases/explainRefusal.ts';
import type { Ask, Step } from '../Dialog.ts';
import { omit } from '../omit.ts';
import { notices } from '../phrases/notices.ts';
import { resident as say } from '../phrases/resident.ts';
import { staff } from '../phrases/staff.ts';
import { asks, caseOf, done, type Scene, withSession } from '../Scene.ts';
import type { Session } from '../Session.ts';
import { accusedOf } from './accusedOf.ts';
import { askForm } from './askForm.ts';
import { describeCondition } from './describeCondition.ts';
import { promiseOf } from './describeMaterials.ts';
import type { Form } from './Form.ts';
import { formCondition } from './formCondition.ts';
import { leaveForm } from './laterMatter.ts';
import { isComplete, needsPhone } from './openSlot.ts';
import { nameOfPlace } from './placeFromPoint.ts';

/** What was put right on patrol, and how it looks now. */
interface Solved {
  readonly report: string;
  readonly photos: readonly string[];
}

/** 确认: the form becomes a case. The only place that asks to open one. `solved`: it was put right on the spot. */
export const fileReport = (scene: Scene, form: Form, solved?: Solved): Step => {
  const opening = openCommand(scene, form);
  const command = opening && (form.patrol ? { ...opening, patrol: solved ? { solved } : {} } : opening);
  if (!command) return done({ ...scene.session, form }, askForm(form, scene.know));
  const answer = scene.answers.open;
  if (!answer) return asks({ key: 'open', kind: 'open', command });
  const result = caseOf(answer);
  if ('refusal' in result) return refused(scene, form, result.refusal);
  const filed = withSession(scene, withFiled(scene.session, result.case.number));
  return leaveForm(filed, {
    text: solved ? staff.solvedOnPatrol(result.case.number) : thanks(scene, result.case),
  });
};

/** How many reports in a row can be asked about before the list has them. */
const MOST_FILED = 3;

const withFiled = (session: Session, number: string): Session => ({
  ...session,
  filed: [...(session.filed ?? []).filter((one) => one !== number), number].slice(-MOST_FILED),
});

const openCommand = (scene: Scene, form: Form): Extract<Ask, { kind: 'open' }>['command'] | undefined => {
  const { service, place } = form;
  if (service === undefined || !place || !isComplete(form, scene.know)) return undefined;
  const condition = formCondition(form, scene.know);
  const wanted = scene.know.service(service);
  const [about] = accusedOf(form, scene.know);
  const { privacy, phone, owes } = form;
  return {
    type: 'open',
    service,
    place: { lng: place.lng, lat: place.lat, name: nameOfPlace(place, form.text, scene.know) },
    ...(condition ? { condition: condition.code } : {}),
    text: form.text,
    photos: form.photos.slice(0, MOST_PHOTOS),
    reporter: scene.turn.conversation,
    ...(wanted && needsPhone(form, wanted) && phone !== undefined ? { phone } : {}),
    ...(privacy === undefined ? {} : { privacy }),
    ...(about === undefined ? {} : { about }),
    ...(wanted?.materials && owes && owes.missing.length > 0
      ? { owes: { materials: owes.missing, promise: promiseOf(form, scene.know) } }
      : {}),
  };
};

const thanks = (scene: Scene, opened: Case): string => {
  const finish = promisedFinish(opened, scene.know);
  return say.accepted({
    number: opened.number,
    receipt: notices.receipt(receiptOf({ seq: opened.version, hash: opened.hash }), scene.turn.pages),
    service: serviceName(opened.service, scene.know),
    condition: describeCondition(scene.know.service(opened.service), conditionOf(opened, scene.know)),
    next: nextLine(opened, scene.know),
    finish: finish === undefined ? undefined : formatForPeople(finish),
    more: owedLines(opened),
  });
};

/** The form stays, with the slot that was refused open again. */
const refused = (scene: Scene, form: Form, refusal: Refusal): Step => {
  const next = reopen(form, refusal);
  if (!next) return leaveForm(scene, { text: explainRefusal(refusal, scene.know) });
  return done(
    { ...scene.session, form: next },
    askForm(next, scene.know, `${explainRefusal(refusal, scene.know)}\n`),
  );
};

const reopen = (form: Form, refusal: Refusal): Form | undefined => {
  switch (refusal.code) {
    case 'outsideCity':
      return omit(form, 'place');
    case 'unknownService':
      return omit(form, 'service');
    case 'unknownCondition':
      return omit(form, 'condition');
    case 'tooManyPhotos':
      return { ...form, photos: form.photos.slice(0, refusal.most) };
    case 'unknownMaterial':
    case 'materialNeeded':
    case 'promiseNeeded':
      return omit(form, 'owes');
    case 'unknownUnit':
      return omit(form, 'accused');
    case 'alreadyOpen':
      return undefined;
    default:
      return form;
  }
};
