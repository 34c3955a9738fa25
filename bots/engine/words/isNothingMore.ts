import { readYesNo } from '../../../shared/domain/text/affirm.ts';
import { contentOf } from '../../../shared/domain/text/contentOf.ts';
import { CLAUSES } from '../../../shared/domain/text/matterText.ts';

const NOTHING_MORE =
  /^(?:我|都|也|就|那|现在|暂时|目前|先)*(?:没有?|无|不|别)(?:什么|啥|要|需要|用|必|想|可|再|别的|其[他它]|有)*(?:补充|补|说|讲|加|添|事情?|问题)?[的了啥]*$/u;

/** 「没什么要补充的」「不用了」 to what is to be added; 「没有灯罩」 adds something. */
export const isNothingMore = (raw: string): boolean => {
  const clauses = raw.split(CLAUSES).filter(Boolean);
  const ends = readYesNo(raw) === 'no' || clauses.some((one) => NOTHING_MORE.test(one));
  return ends && clauses.every((one) => NOTHING_MORE.test(one) || contentOf(one).length < 2);
};
