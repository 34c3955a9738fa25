import { dateText, dayOf, type Instant } from '../../../shared/domain/time/Instant.ts';
import { isDate } from '../../../shared/domain/time/isDate.ts';
import { Stop } from '../city/Stop.ts';

const FORM = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2}))?(Z|[+-]\d{2}:\d{2})?$/u;

/** An instant as it was written behind an option; without a zone it is Chinese time. Throws `Stop` for anything else. */
export const readInstant = (option: string, text: string): Instant => {
  const [, date = '', hours = '', minutes = '', seconds = '00', zone = '+08:00'] = FORM.exec(text) ?? [];
  if (!isDate(date)) throw wrong(option, text);
  const at = Date.parse(`${date}T${hours}:${minutes}:${seconds}${zone}`);
  if (Number.isNaN(at)) throw wrong(option, text);
  return at;
};

const wrong = (option: string, text: string): Stop =>
  new Stop(`${option} 不对：“${text}”不是时刻，请写成 ${dateText(dayOf(Date.now()))}T16:40:00+08:00 这样`, 2);
