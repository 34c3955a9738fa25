import type { Case } from '../../../shared/domain/case/Case.ts';
import { readYesNo } from '../../../shared/domain/text/affirm.ts';
import { contentOf } from '../../../shared/domain/text/contentOf.ts';
import { CLAUSES } from '../../../shared/domain/text/matterText.ts';
import { trimSaid } from '../../../shared/domain/text/trimSaid.ts';
import { formatForPeople } from '../../../shared/domain/time/Instant.ts';
import { ownerName } from '../cases/describeCase.ts';
import { explainRefusal } from '../cases/explainRefusal.ts';
import type { Step } from '../Dialog.ts';
import { own as say } from '../phrases/own.ts';
import { resident } from '../phrases/resident.ts';
import { askQuestion } from '../questions/askQuestion.ts';
import { doneAside } from '../running.ts';
import { done, type Scene, withoutQuestion, withQuestion, withSession } from '../Scene.ts';
import { act } from '../tasks/act.ts';
import { closeCase } from '../tasks/cards.ts';
import type { OwnQuestion } from './OwnQuestion.ts';

type Appeal = Extract<OwnQuestion, { kind: 'appeal' }>;

/** 申诉, once: with its reason at once, else that is asked. */
export const startAppeal = (scene: Scene, { number, stage, appealed }: Case, words: string): Step => {
  if (appealed) return doneAside(scene, { text: explainRefusal({ code: 'appealedBefore' }, scene.know) });
  if (stage !== 'declined') return doneAside(scene, { text: say.notDeclined(number) });
  return isReason(words) ? appeal(scene, number, words) : ask(scene, { kind: 'appeal', number });
};

const appeal = (scene: Scene, number: string, reason: string): Step =>
  act(scene, number, { type: 'appeal', reason }, (state) =>
    done(closeCase(scene.session, number), {
      text: say.appealed(
        number,
        ownerName(state.owner, scene.know),
        state.clock ? formatForPeople(state.clock.due) : undefined,
      ),
    }),
  );

/** As a clause of its own: 「不能就这么算了」 and 「你们没有理由不受理」 are reasons. */
const GIVES_UP =
  /^(?:我|那|就|还是|先|暂时)*(?:(?:不|别|没|没有)(?:再|想|要|用|打算|必)*申诉|算了)(?:了|吧|啦)*$/u;
const NO_REASON = /^(?:我|也|倒)*没有?(?:什么|啥)?理由(?:了|的)?$/u;

/** Free words to 「为什么不该不受理」 */
export const hearAppeal = (scene: Scene, question: Appeal, raw: string): Step => {
  if (givesUp(raw) || readYesNo(raw) === 'no')
    return doneAside(withSession(scene, withoutQuestion(scene.session)), { text: resident.droppedQuestion });
  return isReason(raw) ? appeal(scene, question.number, raw) : ask(scene, question);
};

const givesUp = (raw: string): boolean =>
  NO_REASON.test(trimSaid(raw)) ||
  trimSaid(raw)
    .split(CLAUSES)
    .some((clause) => GIVES_UP.test(clause));

const isReason = (words: string): boolean => contentOf(words).length >= 2;

const ask = (scene: Scene, question: Appeal): Step =>
  done(withQuestion(scene.session, question), askQuestion(question, scene.know));
