import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import type { Instant } from '../../../shared/domain/time/Instant.ts';
import { binding as say } from '../phrases/binding.ts';
import { describePosts } from './describePosts.ts';
import { nameOf } from './nameOf.ts';

/** `宋文斌，网格监督员（向阳社区第一网格）`. */
export const describePerson = (person: string, know: Knowledge, now: Instant): string =>
  say.who(nameOf(person, know), describePosts(person, know, now));
