import { contentOf } from '../text/contentOf.ts';

/** 已处理, 问题已及时解决到位, 情况属实: that it was done, not how. */
const DONE =
  /已经|已|处理|办理|办结|办好|完成|完毕|解决|搞定|弄好|修好|好了|修复|妥善|及时|现场|问题|情况|属实|核实|落实|整改|到位|回复|居民|群众|满意|结案|按要求|了/gu;

/** Whether a report of the handling says what was done. */
export const tellsHow = (report: string): boolean => contentOf(report.replace(DONE, '')).length >= 2;
