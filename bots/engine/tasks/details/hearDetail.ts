import type { Case } from '../../../../shared/domain/case/Case.ts';
import type { Refusal } from '../../../../shared/domain/case/Refusal.ts';
import { readYesNo } from '../../../../shared/domain/text/affirm.ts';
import { isQuestion } from '../../../../shared/domain/text/isQuestion.ts';
import { describeNow } from '../../cases/describeCase.ts';
import { explainRefusal } from '../../cases/explainRefusal.ts';
import type { Step } from '../../Dialog.ts';
import { isMereNod } from '../../isMereNod.ts';
import { omit } from '../../omit.ts';
import { details as say } from '../../phrases/details.ts';
import { askQuestion } from '../../questions/askQuestion.ts';
import { nameOfPlace, placeFromPoint, type Tapped } from '../../report/placeFromPoint.ts';
import { asks, caseOf, done, type Scene, withQuestion } from '../../Scene.ts';
import { readGlobalWord } from '../../words/globalWords.ts';
import { actRefused } from '../act.ts';
import { backToCard } from '../backToCard.ts';
import { closeCase } from '../cards.ts';
import { goOnWith } from '../goOnWith.ts';
import { takesBack } from '../takesBack.ts';
import { askOfDetail } from './askOfDetail.ts';
import { type Detail, openSlot } from './Detail.ts';
import { deniesDetail } from './deniesDetail.ts';
import type { DetailChoice } from './detailMenu.ts';
import { chooseForDetail, fillDetail } from './fillDetail.ts';

/** Something that needs more than its label: what was said with the label fills what it can, the rest is asked for. */
export const startDetail = (scene: Scene, detail: Detail, words = ''): Step => {
  if (detail.action === 'transfer' && (detail.options ?? []).length === 0)
    return backToCard(scene, detail.number, say.noColleague, say.noColleague);
  return words === '' ? advance(scene, detail) : take(scene, detail, words, true);
};

/** Free words to what is asked. */
export const hearDetail = (scene: Scene, detail: Detail, raw: string): Step => {
  if (openSlot(detail) !== 'confirmed') return take(scene, detail, raw, false);
  if (takesBack(raw)) return backToCard(scene, detail.number);
  if (readYesNo(raw) === 'yes')
    return advance(scene, isMereNod(scene, raw) ? detail : { ...detail, confirmed: true });
  return take(scene, omit(detail, 'words'), raw, false);
};

/** A button. */
export const chooseInDetail = (scene: Scene, detail: Detail, choice: DetailChoice): Step =>
  choice.kind === 'none'
    ? advance(scene, omit(detail, 'words'))
    : advance(scene, chooseForDetail(detail, choice.value));

/** A place that was sent, where one is asked for. */
export const placeForDetail = (scene: Scene, detail: Detail, tapped: Tapped): Step => {
  const place = openSlot(detail) === 'place' ? placeFromPoint(tapped, scene.know) : undefined;
  if (place === undefined) return advance(scene, detail);
  if (place === 'unknown' || place === 'outside')
    return advance(scene, detail, place === 'outside' ? say.outside : say.noPlace);
  const name = nameOfPlace(place, '', scene.know);
  return advance(scene, { ...detail, place: { lng: place.lng, lat: place.lat, name } });
};

/** `withLabel`: said together with the label, so that it is plainly meant. */
const take = (scene: Scene, detail: Detail, said: string, withLabel: boolean): Step => {
  if (openSlot(detail) === 'words') return takeWords(scene, detail, said, withLabel);
  const filled = fillDetail(detail, said, scene.know);
  if ('missed' in filled)
    return takesBack(said) ? backToCard(scene, detail.number) : advance(scene, filled.detail, filled.missed);
  return filled.rest === '' || openSlot(filled.detail) !== 'words'
    ? advance(scene, filled.detail)
    : takeWords(scene, filled.detail, filled.rest, withLabel);
};

const takeWords = (scene: Scene, detail: Detail, said: string, withLabel: boolean): Step => {
  if (isTakenBack(detail, said)) return backToCard(scene, detail.number);
  if (!isSaid(detail, said)) return advance(scene, detail);
  return advance(scene, { ...detail, words: said, ...(withLabel ? { confirmed: true as const } : {}) });
};

/** Why one does not agree, and what a resident said, may well begin with 不行. */
const MAY_DENY: ReadonlySet<Detail['action']> = new Set(['reject', 'discontent']);
const MAY_ASK: ReadonlySet<Detail['action']> = new Set(['ask', 'consult', 'discontent']);

const isTakenBack = ({ action }: Detail, said: string): boolean =>
  deniesDetail(action, said) ||
  (takesBack(said) && !(MAY_DENY.has(action) && readYesNo(said) === 'no' && said.length > LONGEST_NO));

/** A longer answer says more than no. */
const LONGEST_NO = 3;

const isSaid = ({ action }: Detail, said: string): boolean => {
  const yesNo = readYesNo(said);
  if (yesNo === 'yes' || (yesNo === 'no' && !MAY_DENY.has(action))) return false;
  if (readGlobalWord(said) !== undefined) return false;
  return MAY_ASK.has(action) || !isQuestion(said);
};

/** Asks for what is missing, or does it. `lead` is what is said first, with its own line end. */
const advance = (scene: Scene, detail: Detail, lead = ''): Step =>
  openSlot(detail) === undefined
    ? carryOut(scene, detail)
    : done(withQuestion(scene.session, detail), askQuestion(detail, scene.know, lead));

const carryOut = (scene: Scene, detail: Detail): Step => {
  const answer = scene.answers.act;
  if (!answer) return asks(askOfDetail(detail));
  const result = caseOf(answer);
  return 'case' in result ? told(scene, detail, result.case) : refused(scene, detail, result.refusal);
};

const STAYS: ReadonlySet<Detail['action']> = new Set(['extend', 'cohandle', 'suspend', 'return']);
const TELLS_NOW: ReadonlySet<Detail['action']> = new Set(['place', 'urgent', 'redispatch', 'discontent']);

const told = (scene: Scene, { action, number }: Detail, state: Case): Step => {
  const isAsked = action === 'return' && state.request?.kind === 'return';
  const text = isAsked ? say.returnAsked(number) : say.done[action](number);
  if (STAYS.has(action)) return goOnWith(scene, state, text);
  const now = TELLS_NOW.has(action) ? `\n${describeNow(state, scene.know)}` : '';
  return done(closeCase(scene.session, number), { text: `${text}${now}` });
};

/** What was wrong is asked for again; what cannot be put right is told, with how the case stands. */
const refused = (scene: Scene, detail: Detail, refusal: Refusal): Step => {
  const again = reopened(detail, refusal);
  return again
    ? advance(scene, again, `${explainRefusal(refusal, scene.know)}\n`)
    : actRefused(scene, detail.number, refusal);
};

const reopened = (detail: Detail, { code }: Refusal): Detail | undefined => {
  switch (code) {
    case 'tooLong':
      return omit(detail, 'by');
    case 'unknownUnit':
    case 'hasTask':
    case 'aboutUnit':
      return detail.unit === undefined ? undefined : omit(detail, 'unit', 'assist');
    case 'notInUnit':
      return omit(detail, 'to');
    case 'outsideCity':
      return omit(detail, 'place', 'places');
    case 'cannotMerge':
      return omit(detail, 'into');
    case 'noSuchCase':
      return detail.into === undefined ? undefined : omit(detail, 'into');
    default:
      return undefined;
  }
};
