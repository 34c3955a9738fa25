import { readYesNo } from '../../../shared/domain/text/affirm.ts';
import { contentOf } from '../../../shared/domain/text/contentOf.ts';
import { exactWord } from '../../../shared/domain/text/exactWord.ts';
import { isNotYet } from '../../../shared/domain/text/isNotYet.ts';
import { isUrging } from '../../../shared/domain/text/isUrging.ts';
import { CLAUSES } from '../../../shared/domain/text/matterText.ts';
import { soften, trimSaid } from '../../../shared/domain/text/trimSaid.ts';
import { omit } from '../omit.ts';
import { materials } from '../phrases/materials.ts';
import { resident as say } from '../phrases/resident.ts';
import type { Scene } from '../Scene.ts';
import { type Form, isBare, withoutEdit } from './Form.ts';
import type { FormChoice } from './FormChoice.ts';
import { openSlot } from './openSlot.ts';

/** A button that is meant, or the form as it is shown next. */
type Meant =
  | { readonly kind: 'choice'; readonly choice: FormChoice }
  | { readonly kind: 'show'; readonly form: Form; readonly lead: string };

const show = (form: Form, lead = ''): Meant => ({ kind: 'show', form, lead });
const choose = (choice: FormChoice): Meant => ({ kind: 'choice', choice });

/** What a yes or no means to the question of the form. Undefined for whatever says more, or neither. */
export const answerYesNo = (scene: Scene, form: Form, raw: string): Meant | undefined => {
  const ready = openSlot(form, scene.know) === 'summary';
  if (form.edit && keepsAsItIs(raw)) return show(withoutEdit(form), say.unchanged);
  const said = readYesNo(raw);
  if (said === 'yes') return yes(scene, form, raw);
  if (said === 'no' && !saysMore(scene, raw)) return no(scene, form);
  if (!isBare(form) && isNotYet(raw)) return show(form, say.notConfirmed);
  if (/^.{0,3}(?:确认|提交).{0,4}$/u.test(raw)) return show(form, ready ? say.toConfirm : '');
  return ready && isHurriedYes(raw) ? show(form, say.askConfirm) : undefined;
};

/** A whole yes at the summary files; but a mere 「好的」 behind a notice may be an answer to that. */
const yes = ({ know, session }: Scene, form: Form, raw: string): Meant => {
  const [only, ...others] = form.guesses ?? [];
  switch (openSlot(form, know)) {
    case 'summary':
      return session.interrupted && !/确认|提交/u.test(raw)
        ? show(form, say.askConfirm)
        : choose({ kind: 'confirm' });
    case 'offer':
      return only !== undefined && others.length === 0 ? choose({ kind: 'service', code: only }) : show(form);
    case 'whichPlace': {
      const [place, ...more] = form.places ?? [];
      return place && more.length === 0 ? choose({ kind: 'place', place }) : show(form);
    }
    case 'materials':
      return choose({ kind: 'allThere' });
    case 'promise':
      // 「好的」 is no promise: it is said in so many words.
      return show(form, materials.sayPromise);
    default:
      return show(form);
  }
};

const no = ({ know }: Scene, form: Form): Meant => {
  switch (openSlot(form, know)) {
    case 'summary':
      return show({ ...form, edit: 'menu' }, say.notConfirmed);
    case 'offer':
      return choose({ kind: 'noService' });
    case 'whichPlace':
      return choose({ kind: 'noPlace' });
    case 'inCell':
      return show(omit(form, 'inCell'));
    case 'editText':
      return show(withoutEdit(form), say.unchanged);
    case 'whichUnit':
      return choose({ kind: 'noUnit' });
    case 'materials':
      return choose({ kind: 'someMissing' });
    case 'missing':
      return form.owes?.missing.length ? choose({ kind: 'noneElse' }) : show(form);
    case 'promise':
      return choose({ kind: 'noPromise' });
    default:
      return show(form);
  }
};

const KEEPS =
  /^(?:算了|那|就|还是|我|先|现在|也|都)*(?:(?:不|别|不用|不要|不想|不需要|无需)(?:再|要|用|想)*(?:改|换|动|变|修改|更改|重新?说)(?:了|的|它|掉)*|保持原样|维持原样|就?用?原来的(?:样子|就好|就行)?)$/u;

/** 「算了不改了」 to what should be changed: it stays. */
const keepsAsItIs = (raw: string): boolean => {
  const clauses = trimSaid(raw).split(CLAUSES).map(soften).filter(Boolean);
  return (
    clauses.some((one) => KEEPS.test(one)) &&
    clauses.every((one) => KEEPS.test(one) || contentOf(one).length < 2)
  );
};

/** 「不对，在建设路14号」 says more than no. */
const saysMore = ({ know }: Scene, raw: string): boolean =>
  raw.length > 8 || know.findPlaces(raw).length > 0 || know.classify(raw).guesses.length > 0;

const COURTESY = ['谢谢', '麻烦了', '麻烦你们了', '辛苦了', '拜托'];

/** 「对的对的，快点」: a yes with nothing but hurry or thanks behind it. Not quite a yes: asked again. */
const isHurriedYes = (raw: string): boolean => {
  const [first = '', ...rest] = raw.split(/[\s,，、。.;；!！~～]+/u).filter(Boolean);
  return (
    rest.length > 0 &&
    readYesNo(first) === 'yes' &&
    rest.every(
      (part) => isUrging(part) || readYesNo(part) === 'yes' || exactWord(part, COURTESY) !== undefined,
    )
  );
};
