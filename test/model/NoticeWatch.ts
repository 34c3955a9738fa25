import type { Push } from '../../shared/application/ports.ts';
import { noticeSchema } from '../../shared/contracts/notice.ts';
import type { Turn } from '../../shared/contracts/turn.ts';
import type { Case } from '../../shared/domain/case/Case.ts';
import type { Entry } from '../../shared/domain/case/CaseEvent.ts';
import { reportersOf } from '../../shared/domain/case/isReporter.ts';
import type { Knowledge } from '../../shared/domain/city/Knowledge.ts';
import { dateText, dayOf } from '../../shared/domain/time/Instant.ts';
import { must } from './Violation.ts';

/** What everybody has heard, each message once by its id, as their conversation keeps it. */
export class NoticeWatch {
  private readonly heard = new Map<string, string>();
  private readonly kinds = new Map<string, Set<string>>();

  /** Who is to be told of an entry. */
  pushed(
    pushes: readonly Push[],
    state: Case,
    { ledger, now }: { readonly ledger: Knowledge; readonly now: number },
  ): void {
    const ids = new Set(pushes.map(({ conversation, notice }) => `${conversation} ${notice.id}`));
    must(ids.size === pushes.length, 'nobody is told the same twice', () =>
      pushes.map(({ notice }) => notice),
    );
    for (const { conversation, notice } of pushes) {
      const read = noticeSchema.safeParse(notice);
      must(read.success, 'every message can be read where it arrives', () => ({
        notice,
        error: read.error?.message,
      }));
      const person = ledger.personOf(conversation);
      const units =
        person === undefined ? [] : ledger.posts(person, dateText(dayOf(now))).map(({ unit }) => unit);
      const isAccused = state.about !== undefined && units.includes(state.about);
      must(!isAccused, 'the unit complained about is never told', () => ({ conversation, notice }));
      const text = JSON.stringify(notice);
      const tells = reportersOf(state).find((reporter) => text.includes(reporter));
      must(
        tells === undefined && !text.includes('13800138000'),
        'a message carries nobody’s identity',
        () => notice,
      );
    }
  }

  /** A message reaches a conversation; one that it knows is not shown again. */
  hears({ conversation, id, said }: Turn): void {
    if (said.kind !== 'notice' || !('number' in said.notice)) return;
    // What lies near, and what was solved alike, is looked up when it is told.
    const { near: _near, similar: _similar, ...told } = said.notice;
    const text = JSON.stringify(told);
    const key = `${conversation} ${id}`;
    const before = this.heard.get(key);
    must(before === undefined || before === text, 'a message that comes again says the same', () => ({
      before,
      text,
    }));
    this.heard.set(key, text);
    const entry = id.slice(0, id.lastIndexOf('#'));
    const kinds = this.kinds.get(entry) ?? new Set();
    this.kinds.set(entry, kinds);
    for (const kind of [told.kind, ...(told.steps ?? [])]) kinds.add(`${conversation} ${kind}`);
  }

  /** Who heard which kinds of messages of an entry: `web:S1 unitTask`. */
  of({ number, seq }: Pick<Entry, 'number' | 'seq'>): readonly string[] {
    return [...(this.kinds.get(`${number}#${seq}`) ?? [])];
  }
}
