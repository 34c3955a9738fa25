import type { Step } from '../Dialog.ts';
import { resident as say } from '../phrases/resident.ts';
import { doneAside } from '../running.ts';
import { done, type Scene, withoutQuestion, withSession } from '../Scene.ts';
import { cardOfCase } from '../tasks/cards.ts';
import { dealAgain } from '../tasks/showCard.ts';

/** The four grades once more, instead of what was asked about them. */
export const showGrades = (scene: Scene, number: string, text: string): Step => {
  const bare = withSession(scene, withoutQuestion(scene.session));
  const card = cardOfCase(bare.session, number);
  if (!card) return doneAside(bare, { text: say.droppedQuestion });
  const { session, buttons } = dealAgain(bare.session, card, scene.know);
  return done(session, { text, ...buttons });
};
