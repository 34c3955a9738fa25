import { publicName } from '../../shared/domain/board/publicName.ts';
import type { Knowledge } from '../../shared/domain/city/Knowledge.ts';
import { eachOnce } from '../../shared/domain/ledger/eachOnce.ts';
import { dateText, dayOf } from '../../shared/domain/time/Instant.ts';
import type { DialogTurn, Step } from './Dialog.ts';
import { greet } from './hearGlobalWord.ts';
import { resident as say } from './phrases/resident.ts';
import { nameOfLeaf } from './report/placeFromPoint.ts';
import { doneAside } from './running.ts';
import { done, type Scene, withSession } from './Scene.ts';
import type { Session } from './Session.ts';

/**
 * The conversation was opened, perhaps by the code posted in a cell. A page that is opened again by the same code, or by one that
 * means no cell, is not greeted in the middle of a conversation.
 */
export const greetAt = (scene: Scene, cell: string | undefined): Step => {
  const { session, know, turn } = scene;
  if (cell === undefined) return greet(scene);
  if (!know.isLeaf(cell)) return session.seen.length === 0 ? greet(scene) : done(session);
  if (session.cell === cell) return done(session);
  const there = withSession(scene, inCell(session, cell));
  if (turn.person !== undefined) return greet(there);
  const name = nameOfLeaf(know.lineage(cell));
  return doneAside(there, { text: say.greetAt(know.city.name, name, supervisors(know, cell, turn)) });
};

/** A report that was begun goes on there. */
const inCell = (session: Session, cell: string): Session => ({
  ...session,
  cell,
  ...(session.form ? { form: { ...session.form, here: cell } } : {}),
});

const supervisors = (
  know: Knowledge,
  cell: string,
  { at, names = 'surname' }: DialogTurn,
): readonly string[] =>
  eachOnce(know.holders('supervisor', cell, dateText(dayOf(at)))).map(({ name }) => {
    const shown = publicName(name, 'supervisor', names);
    return names === 'full' ? say.supervisor(shown) : shown;
  });
