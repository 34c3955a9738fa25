import type { Step } from '../Dialog.ts';
import { resident as say } from '../phrases/resident.ts';
import { askQuestion } from '../questions/askQuestion.ts';
import { done, type Scene, withQuestion } from '../Scene.ts';
import type { Question } from '../Session.ts';
import { type Form, isFilled } from './Form.ts';
import { leaveForm } from './laterMatter.ts';

const DROP: Question = { kind: 'drop' };

/** Not clearly 取消, but a number or 「自己亮了」: a form with something in it is asked about once, for it cannot be brought back. */
export const cancelForm = (scene: Scene, form: Form): Step =>
  isFilled(form)
    ? done(withQuestion({ ...scene.session, form }, DROP), askQuestion(DROP, scene.know))
    : leaveForm(scene, { text: say.dropped });
