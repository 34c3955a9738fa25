import type { Reply } from '../../../shared/contracts/reply.ts';
import { TEXT_LIMIT } from '../../../shared/contracts/turn.ts';
import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { CLAUSES } from '../../../shared/domain/text/matterText.ts';
import { type Matters, splitMatters } from '../../../shared/domain/text/splitMatters.ts';
import { serviceName } from '../cases/describeCase.ts';
import type { Step } from '../Dialog.ts';
import { resident as say } from '../phrases/resident.ts';
import { askQuestion } from '../questions/askQuestion.ts';
import { done, type Scene, withoutForm, withQuestion } from '../Scene.ts';
import type { Filled, Form } from './Form.ts';
import { fillText } from './fillForm.ts';
import { openSlot, type Slot } from './openSlot.ts';
import { isElsewhere } from './placeFromText.ts';

/** Where the words are meant for one particular thing, they are not looked through for a second matter. */
const ONE_THING: ReadonlySet<Slot> = new Set([
  'editText',
  'editService',
  'editPlace',
  'whichPlace',
  'condition',
]);

/** Fills the form with what is said of its matter; a second matter in the same message is kept for afterwards. */
export const fillFirst = (form: Form, raw: string, scene: Scene): Filled => {
  const { know } = scene;
  const slot = openSlot(form, know);
  const matters = ONE_THING.has(slot)
    ? undefined
    : (splitMatters(raw, know, form.service) ??
      sameElsewhere(form, raw, slot, know) ??
      anotherThing(form, raw, slot, know));
  if (!matters) return fillText(form, raw, know);
  const { form: filled, lead } =
    matters.first === '' ? { form, lead: '' } : fillText(form, matters.first, know);
  const kept = {
    ...filled,
    later: [form.later, matters.later].filter(Boolean).join('\n').slice(0, TEXT_LIMIT),
  };
  if (form.text !== '' || form.service !== undefined) return { form: kept, lead: `${lead}${say.keptLater}` };
  const first = kept.service === undefined ? matters.first : serviceName(kept.service, know);
  return { form: kept, lead: `${lead}${say.twoMatters(first)}` };
};

const ALSO = /也|同样/u;
const GOES_ON = /^(?:还有|另外|再有|再就是|此外|顺便)/u;

/** 「向阳小区也有垃圾没人收」 at the summary: the same again, elsewhere; not a new place for this one. */
const sameElsewhere = (form: Form, raw: string, slot: Slot, know: Knowledge): Matters | undefined => {
  if (slot !== 'summary' || !form.place || !isElsewhere(raw, form.place, know)) return undefined;
  const joined = raw.split(CLAUSES).some((one) => ALSO.test(one) && isElsewhere(one, form.place, know));
  return joined || GOES_ON.test(raw) ? { first: '', later: raw } : undefined;
};

/** 「旁边井盖没了」 at the summary of a lamp: what is surely something else is no word more about this one. 「不是路灯，是井盖」 corrects it. */
const anotherThing = (form: Form, raw: string, slot: Slot, know: Knowledge): Matters | undefined => {
  if (slot !== 'summary' || form.service === undefined || DENIES.test(raw)) return undefined;
  const { guesses, sure } = know.classify(raw);
  return sure && guesses[0] && guesses[0].service !== form.service ? { first: '', later: raw } : undefined;
};

const DENIES = /不是|不对|错了|[弄搞]错/u;

/** The form is over, filed or not: what was kept for afterwards is asked about. */
export const leaveForm = (scene: Scene, reply: Reply): Step => {
  const later = scene.session.form?.later;
  const session = withoutForm(scene.session);
  if (later === undefined) return done(session, reply);
  const question = { kind: 'later', words: later } as const;
  return done(withQuestion(session, question), reply, askQuestion(question, scene.know));
};
