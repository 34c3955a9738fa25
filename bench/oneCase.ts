import type { LivePerson } from './LivePerson.ts';

export interface CasePeople {
  readonly resident: LivePerson;
  readonly supervisor: LivePerson;
  readonly unit: LivePerson;
}

const PHOTO = 'test/journeys/lamp.jpg';

/** One case as a resident lives it, from the first word to the rating: six messages and a photo, three staff steps. Answers its number. */
export const oneCase = async ({ resident, supervisor, unit }: CasePeople): Promise<string> => {
  await resident.say('建设路12号门口的路灯坏了两天了');
  await resident.hear(/路灯/u);
  await resident.tap(121.4712, 31.2304, '建设路12号');
  await resident.hear(/建设路12号/u);
  await resident.show(PHOTO);
  await resident.hear(/照片：1 张/u);
  await resident.say('确认');
  const { match } = await resident.hear(/受理编号[:：]\s*(?<number>\d{15})/u);
  const number = match.groups?.number ?? '';
  await supervisor.hear(new RegExp(`请核实[\\s\\S]*${number}`, 'u'));
  await supervisor.say(`属实 ${number}`);
  await unit.hear(new RegExp(`请签收[\\s\\S]*${number}`, 'u'));
  await unit.say(`签收 ${number}`);
  await unit.hear(/已签收/u);
  await unit.say(`办结 ${number}`);
  await unit.hear(/怎么处理/u);
  await unit.show(PHOTO);
  await unit.hear(/照片收到/u);
  await unit.say('换了灯泡，已经亮了');
  await unit.hear(/已报办结/u);
  await supervisor.hear(new RegExp(`请核查[\\s\\S]*${number}`, 'u'));
  await supervisor.say(`合格 ${number}`);
  await resident.hear(/办好了/u);
  await resident.say('A 修得很快');
  await resident.hear(/谢谢您的评价/u);
  return number;
};
