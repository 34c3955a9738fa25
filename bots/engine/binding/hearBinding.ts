import { isInRoom } from '../../../shared/contracts/isInRoom.ts';
import { formatForPeople } from '../../../shared/domain/time/Instant.ts';
import type { Answer, Step } from '../Dialog.ts';
import { binding as say } from '../phrases/binding.ts';
import { doneAside } from '../running.ts';
import { asks, done, type Scene, withoutQuestion, withQuestion, withSession } from '../Scene.ts';
import { describePerson } from './describePerson.ts';
import { readBinding } from './readBinding.ts';

/** 「绑定 K7M-F2Q-XDG」, or the code alone. What is running stays as it is. */
export const hearBinding = (scene: Scene, raw: string): Step | undefined => {
  const read = readBinding(raw, isAsked(scene));
  if (!read) return undefined;
  if (read.kind === 'mentions') return doneAside(scene, { text: say.onlyCode });
  if (isInRoom(scene.turn.conversation)) return doneAside(settled(scene), { text: say.inRoom });
  const answer = scene.answers.bind;
  return answer ? tell(scene, answer) : asks({ key: 'bind', kind: 'bind', code: read.code });
};

/** 绑定 alone: asks for the code, unless something else waits for an answer; a code is understood then, too. */
export const askCode = (scene: Scene): Step => {
  const { person } = scene.turn;
  if (person !== undefined) return doneAside(scene, { text: say.already(who(scene, person)) });
  const free = scene.session.question === undefined || isAsked(scene);
  return free
    ? done(withQuestion(scene.session, { kind: 'bind' }), { text: say.ask })
    : doneAside(scene, { text: say.ask });
};

const tell = (scene: Scene, answer: Answer): Step => {
  if (answer.kind !== 'bound') return doneAside(settled(scene), { text: say.wrong });
  const { outcome } = answer;
  switch (outcome.kind) {
    case 'bound':
      return doneAside(settled(scene), { text: say.bound(who(scene, outcome.person)) });
    case 'another':
      return doneAside(settled(scene), {
        text: (outcome.bound ? say.another : say.anotherOfLedger)(who(scene, outcome.person)),
      });
    case 'wait':
      return doneAside(settled(scene), { text: say.wait(formatForPeople(outcome.until)) });
    case 'wrong':
      // The next one may be mistyped again.
      return isAsked(scene) || scene.session.question === undefined
        ? done(withQuestion(scene.session, { kind: 'bind' }), { text: say.wrong })
        : doneAside(scene, { text: say.wrong });
  }
};

const who = ({ know, turn }: Scene, person: string): string => describePerson(person, know, turn.at);

const isAsked = ({ session }: Scene): boolean => session.question?.kind === 'bind';

const settled = (scene: Scene): Scene =>
  isAsked(scene) ? withSession(scene, withoutQuestion(scene.session)) : scene;
