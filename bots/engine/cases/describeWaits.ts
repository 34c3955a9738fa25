import type { Case } from '../../../shared/domain/case/Case.ts';
import { ENDED } from '../../../shared/domain/case/Case.ts';
import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { maskPrivate } from '../../../shared/domain/privacy/maskPrivate.ts';
import { formatForPeople } from '../../../shared/domain/time/Instant.ts';
import { materials } from '../phrases/materials.ts';
import { progress as say } from '../phrases/progress.ts';

/** What a case waits for besides its next step: since when it stands still, what was asked for, who helps, what is owed. */
export const describeWaits = (state: Case, know: Knowledge): readonly string[] => {
  if (ENDED.has(state.stage)) return [];
  const { pause, request, tasks, listed } = state;
  const unit = (code: string): string => know.unit(code)?.name ?? code;
  return [
    ...(pause ? [say.paused[pause.kind](formatForPeople(pause.since), maskPrivate(pause.words))] : []),
    ...(request ? [say.asked[request.kind](unit(request.unit), formatForPeople(request.clock.due))] : []),
    ...(pause
      ? []
      : tasks.flatMap(({ unit: code, clock }) =>
          clock ? [say.assist(unit(code), formatForPeople(clock.due))] : [],
        )),
    ...(listed ? [say.listed(unit(listed.unit), formatForPeople(listed.due))] : []),
    ...owedLines(state),
  ];
};

/** 容缺受理: what is still to come, and by when. */
export const owedLines = ({ owed = [] }: Pick<Case, 'owed'>): readonly string[] =>
  owed.map(({ name, clock }) => materials.owed(name, formatForPeople(clock.due)));
