import type { CaseNotice } from '../../../shared/contracts/notice.ts';
import type { Scene } from '../Scene.ts';
import type { CardKind, Session } from '../Session.ts';
import { dealCard } from '../tasks/showCard.ts';

/** Opens the card that a notice brings. `number#seq#n`: the entry that the notice is about. */
export const dealNotice = (
  scene: Scene,
  notice: CaseNotice,
  kind: CardKind,
  session: Session = scene.session,
) => dealCard(session, { number: notice.number, seq: notice.id.split('#')[1] ?? '0', kind }, scene.know);
