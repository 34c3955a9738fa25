import type { Step } from '../Dialog.ts';
import { resident } from '../phrases/resident.ts';
import { doneAside } from '../running.ts';
import { done, type Scene, withoutQuestion, withSession } from '../Scene.ts';
import { cardOfCase } from './cards.ts';
import { dealAgain } from './showCard.ts';

/** What was asked about a case is dropped, and the buttons of its card are shown once more, where it has one. */
export const backToCard = (
  scene: Scene,
  number: string,
  text: string = resident.backToCard(number),
  alone: string = resident.droppedQuestion,
): Step => {
  const { question } = scene.session;
  const asked = question && 'number' in question && question.number === number;
  const session = asked ? withoutQuestion(scene.session) : scene.session;
  const card = cardOfCase(session, number);
  if (!card) return doneAside(withSession(scene, session), { text: alone });
  const again = dealAgain(session, card, scene.know);
  return done(again.session, { text, ...again.buttons });
};
