import { readYesNo } from '../../../shared/domain/text/affirm.ts';
import type { Step } from '../Dialog.ts';
import { binding as say } from '../phrases/binding.ts';
import { askQuestion } from '../questions/askQuestion.ts';
import { doneAside } from '../running.ts';
import { asks, done, type Scene, withoutQuestion, withQuestion, withSession } from '../Scene.ts';
import type { Question } from '../Session.ts';
import { describePerson } from './describePerson.ts';

type Unbind = Extract<Question, { kind: 'unbind' }>;

/** 解绑: asks whether it is meant. */
export const askUnbind = (scene: Scene): Step => {
  const { know, turn } = scene;
  const { person, conversation } = turn;
  if (person === undefined) return doneAside(scene, { text: say.notBound });
  const who = describePerson(person, know, turn.at);
  if (know.staffing.bindings[person] !== conversation) return doneAside(scene, { text: say.ofLedger(who) });
  const question: Unbind = { kind: 'unbind', person, who };
  return done(withQuestion(scene.session, question), askQuestion(question, know));
};

export const unbind = (scene: Scene, { person }: Unbind): Step =>
  scene.answers.unbind
    ? doneAside(free(scene), { text: say.unbound })
    : asks({ key: 'unbind', kind: 'unbind', person });

export const keepBound = (scene: Scene): Step => doneAside(free(scene), { text: say.kept });

/** Free words to 「确定解绑吗」. A mere 好的 may be meant for a task that has just come in: only the words of the button unbind. */
export const hearUnbinding = (scene: Scene, question: Unbind, raw: string): Step =>
  readYesNo(raw) === 'no' ? keepBound(scene) : done(scene.session, askQuestion(question, scene.know));

const free = (scene: Scene): Scene => withSession(scene, withoutQuestion(scene.session));
