import { conversationOfPost } from '../../../infra/local/control/findPost.ts';
import type { LocalCloud } from '../../../infra/local/LocalCloud.ts';
import { dateText, dayOf } from '../../../shared/domain/time/Instant.ts';
import { PatientPerson } from './PatientPerson.ts';

const PHOTO = 'test/journeys/lamp.jpg';
const UNIT = 'U03';

export interface Place {
  readonly name: string;
  readonly leaf: string;
}

/** How far the office takes a case: verified (`assigned`), signed for (`handling`), or to the end (`closed`). */
export type Reach = 'verifying' | 'assigned' | 'handling' | 'closed';

/** The staff of a city who work off what residents report. Each of them is one person, however many cases there are. */
export const openOffice = (cloud: LocalCloud) => {
  const staff = new Map<string, Promise<PatientPerson>>();
  const busy = new Map<string, Promise<unknown>>();
  const know = cloud.know();
  const today = dateText(dayOf(cloud.clock.now()));

  const holder = (role: 'supervisor' | 'handler', leaf: string, turn = 0): Promise<PatientPerson> => {
    const rows = know.holders(role, leaf, today, role === 'handler' ? UNIT : undefined);
    const row = rows[turn % rows.length];
    if (!row) throw new Error(`Nobody is ${role} of ${leaf}`);
    const conversation = conversationOfPost(row);
    const known = staff.get(conversation) ?? PatientPerson.meet(cloud, conversation);
    staff.set(conversation, known);
    return known;
  };

  /** A dialog of several messages is not mixed with another of the same person. */
  const alone = async <T>(person: PatientPerson, work: () => Promise<T>): Promise<T> => {
    const mine = (busy.get(person.conversation) ?? Promise.resolve()).then(work);
    busy.set(
      person.conversation,
      mine.catch(() => undefined),
    );
    return mine;
  };

  const about = (words: string, number: string): RegExp => new RegExp(`${words}[\\s\\S]*${number}`, 'u');

  /** What the staff do for a case until it is as far as that. `turn` spreads the work over the unit's people. */
  const work = async (number: string, place: Place, reach: Reach, turn: number): Promise<void> => {
    if (reach === 'verifying') return;
    const supervisor = await holder('supervisor', place.leaf);
    const handler = await holder('handler', place.leaf, turn);
    await supervisor.hear(about('请核实', number));
    await supervisor.say(`属实 ${number}`);
    await supervisor.hear(about('已核实属实', number));
    await handler.hear(about('请签收', number));
    if (reach === 'assigned') return;
    await alone(handler, async () => {
      await handler.say(`签收 ${number}`);
      await handler.hear(about('已签收', number));
    });
    if (reach === 'handling') return;
    await alone(handler, async () => {
      await handler.say(`办结 ${number}`);
      await handler.hear(/怎么处理/u);
      await handler.show(PHOTO);
      await handler.hear(/照片收到/u);
      await handler.say('换了灯泡，已经亮了');
      await handler.hear(about('已报办结', number));
    });
    await supervisor.hear(about('请核查', number));
    await supervisor.say(`合格 ${number}`);
    await supervisor.hear(about('已记为合格', number));
  };

  return { work, staff: (): Promise<readonly PatientPerson[]> => Promise.all(staff.values()) };
};
