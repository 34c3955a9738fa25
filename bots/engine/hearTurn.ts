import type { Step } from './Dialog.ts';
import { greetAt } from './greetAt.ts';
import { hearText } from './hearText.ts';
import { hearNotice } from './notices/hearNotice.ts';
import { answerWithPhoto, answerWithPlace } from './own/answerAsked.ts';
import { resident as say } from './phrases/resident.ts';
import { staff } from './phrases/staff.ts';
import { hearQuestionPhoto, hearQuestionPlace } from './questions/hearQuestion.ts';
import { hearReportPhoto, hearReportPlace } from './report/hearReport.ts';
import type { Tapped } from './report/placeFromPoint.ts';
import { askAgain } from './running.ts';
import { done, type Scene, withoutIdleWhich } from './Scene.ts';
import { openCards } from './tasks/cards.ts';
import { pressCard } from './tasks/hearTask.ts';
import { perform } from './tasks/perform.ts';
import { readWords } from './words/readWords.ts';

/** What is done with each kind of message. */
export const hearTurn = (scene: Scene): Step => {
  const { said } = scene.turn;
  switch (said.kind) {
    case 'text':
      return hearText(scene, readWords(said.text).raw);
    case 'place':
      return hearPlace(withoutIdleWhich(scene), said);
    case 'photo':
      return hearPhoto(withoutIdleWhich(scene), said.key);
    case 'press':
      // The buttons of a running dialog belong to no card: they say their label.
      return said.card === ''
        ? hearText(scene, readWords(said.choice).raw)
        : pressCard(scene, said.card, said.choice);
    case 'hello':
      return greetAt(scene, said.cell);
    case 'unknown':
      return askAgain(scene, `${say.cannotRead}\n`, say.cannotRead);
    case 'notice':
      return hearNotice(scene, said.notice);
  }
};

const hearPlace = (scene: Scene, tapped: Tapped): Step => {
  const { question } = scene.session;
  if (question) return hearQuestionPlace(scene, question, tapped);
  return answerWithPlace(scene, tapped) ?? hearReportPlace(scene, tapped);
};

const hearPhoto = (scene: Scene, key: string): Step => {
  const { form, question } = scene.session;
  if (question) return hearQuestionPhoto(scene, question, key);
  return (
    answerWithPhoto(scene, key) ??
    (form ? undefined : hearTaskPhoto(scene, key)) ??
    hearReportPhoto(scene, key)
  );
};

/** A photo from somebody with one task to finish is of that task; with several, of the one whose card was opened last. */
const hearTaskPhoto = (scene: Scene, photo: string): Step | undefined => {
  if (openCards(scene.session).every(({ kind }) => kind === 'rate')) return undefined;
  const finishing = openCards(scene.session).filter(
    ({ kind }) => kind === 'finish' || kind === 'assistFinish',
  );
  const one = finishing.find(({ number }) => number === scene.session.focus) ?? finishing[0];
  const isClear = finishing.length === 1 || one?.number === scene.session.focus;
  return one && isClear
    ? perform(scene, { number: one.number, action: { type: 'finish' }, photo })
    : done(scene.session, { text: staff.strayPhoto });
};
