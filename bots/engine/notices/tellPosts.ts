import type { HandedOverNotice, LeaveNotice } from '../../../shared/contracts/notice.ts';
import { dateText, dayOf } from '../../../shared/domain/time/Instant.ts';
import { daysText } from '../leave/daysText.ts';
import { posts as say } from '../phrases/posts.ts';

/** 交接: how many cases went from whom to whom. */
export const handedOverText = (notice: HandedOverNotice): string => {
  const { side, because, count, numbers, people, posts, postCount } = notice;
  const named = posts.map(({ role, area, unit }) => say.post({ role: say.roles[role], area, unit }));
  return say.handedOver[side][because]({
    posts: `${named.join('、')}${postCount === undefined ? '' : say.morePosts(postCount)}`,
    people: people.join('、'),
    count,
    numbers: `${numbers.join('、')}${count > numbers.length ? say.more : ''}`,
  });
};

/** 请假、销假, as the one who is away and those who stand in are told. */
export const leaveText = ({ side, what, name, people, at, ...days }: LeaveNotice): string => {
  const text = daysText(days, dateText(dayOf(at)));
  if (side === 'standsIn') return say.toldStandIn[what](name, text);
  return what === 'filed' ? say.toldAway.filed(text, people.join('、')) : say.toldAway.ended(text);
};
