import { repeatedOptions } from '../city/repeatedOptions.ts';
import type { StaffOptions } from './StaffTarget.ts';

/** ` --city C --data D`, for a command about staff that somebody is to type next. */
export const repeatedStaffOptions = ({ city, ...target }: StaffOptions): string =>
  `${city === undefined ? '' : ` --city ${city}`}${repeatedOptions(target)}`;
