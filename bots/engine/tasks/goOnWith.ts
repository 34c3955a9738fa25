import type { Case } from '../../../shared/domain/case/Case.ts';
import type { Step } from '../Dialog.ts';
import { done, type Scene } from '../Scene.ts';
import { closeCase } from './cards.ts';
import { cardsFor } from './cardsFor.ts';
import { dealCard } from './showCard.ts';

/** After something that may leave the case with who did it: with the buttons of what they can do now, if it is still theirs. */
export const goOnWith = (scene: Scene, state: Case, text: string): Step => {
  const session = closeCase(scene.session, state.number);
  const [kind] = cardsFor(scene, state);
  if (kind === undefined || kind === 'desk' || kind === 'rate') return done(session, { text });
  const dealt = dealCard(session, { number: state.number, seq: state.version, kind }, scene.know);
  return done(dealt.session, { text, ...dealt.buttons });
};
