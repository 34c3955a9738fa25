import type { Role } from '../city/City.ts';
import type { DateText } from '../time/Instant.ts';

/**
 * A post that tasks come to and that nobody is there for (空岗): a leaf without a supervisor, a street's desk without a dispatcher, a
 * unit that routes lead to without anybody, a post whose people are all on leave with nobody standing in. Tasks fall to the area's leaders.
 */
export interface Vacancy {
  readonly kind: 'supervisor' | 'desk' | 'unit' | 'leave';
  readonly area: string;
  /** The first such day, today or later. */
  readonly from: DateText;
  readonly unit?: string;
  /** Of a leave. */
  readonly role?: Role;
}
