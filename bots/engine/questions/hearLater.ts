import { readYesNo } from '../../../shared/domain/text/affirm.ts';
import type { Step } from '../Dialog.ts';
import { resident as say } from '../phrases/resident.ts';
import { newForm } from '../report/Form.ts';
import { hearReportText } from '../report/hearReport.ts';
import { doneAside } from '../running.ts';
import { done, type Scene, withoutQuestion, withQuestion, withSession } from '../Scene.ts';
import type { Question } from '../Session.ts';
import { askQuestion } from './askQuestion.ts';

type Later = Extract<Question, { kind: 'later' }>;

/** 继续: the second matter begins with what was said of it. */
export const startLater = (scene: Scene, { words }: Later): Step => hearReportText(free(scene), words);

export const dropLater = (scene: Scene): Step => doneAside(free(scene), { text: say.laterDropped });

/** Free words to 「现在接着报吗」: yes, no, or yet another matter, before which this one waits. */
export const hearLater = (scene: Scene, question: Later, raw: string): Step => {
  switch (readYesNo(raw)) {
    case 'yes':
      return startLater(scene, question);
    case 'no':
      return dropLater(scene);
    default:
      return reports(scene, raw)
        ? hearReportText(
            withSession(scene, {
              ...free(scene).session,
              form: { ...newForm(scene.session), later: question.words },
            }),
            raw,
          )
        : done(withQuestion(scene.session, question), askQuestion(question, scene.know));
  }
};

const free = (scene: Scene): Scene => withSession(scene, withoutQuestion(scene.session));

const reports = ({ know }: Scene, raw: string): boolean =>
  know.classify(raw).guesses.length > 0 || know.findPlaces(raw).length > 0;
