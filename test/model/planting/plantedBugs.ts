// biome-ignore-all lint/suspicious/noTemplateCurlyInString: lines of sources, as they stand there
/** A fault that somebody could make, in one line of the sources. */
interface PlantedBug {
  readonly file: string;
  readonly line: string;
  readonly instead: string;
}

/** The model must find each of them. */
export const PLANTED_BUGS = {
  'the due instant is not worked out again after a pause': {
    file: 'shared/domain/case/clocks/moveClock.ts',
    line: 'return { ...rest, due: due.at, ...(due.provisional ? { provisional: true as const } : {}) };',
    instead: 'return { ...rest, ...(due.provisional ? { provisional: true as const } : {}) };',
  },
  'a message is known by its time instead of case and entry': {
    file: 'shared/application/notifyPeople.ts',
    line: 'id: `${number}#${seq}#${n}`,',
    instead: 'id: `${number}@${entry.at}#${n}`,',
  },
  'a step of the ladder is taken again after an outage': {
    file: 'shared/domain/case/rules/tick.ts',
    line: 'happened.push(...next);',
    instead:
      "happened.push(...next, ...next.filter(({ type }) => type === 'rang' && now.version % 2 === 0));",
  },
  'who joins twice is there twice': {
    file: 'shared/domain/case/rules/merging.ts',
    line: 'const added = cases.filter(({ number }) => !known.has(number));',
    instead: 'const added = cases.filter(({ number }) => known.size > 0 && number.length > 0);',
  },
  'a task that is given back is nobody’s': {
    file: 'shared/domain/case/rules/handling.ts',
    line: "return events({ type: 'returned', unit, person, reason }, backAbove(state, facts));",
    instead: "return events({ type: 'returned', unit, person, reason });",
  },
  'the version condition is ignored': {
    file: 'shared/store/memory/memoryStores.ts',
    line: "if ((snapshots.get(next.number)?.version ?? 0) !== entry.seq - 1) return 'conflict';",
    instead: '',
  },
  'the chain of hashes leaves out the one before': {
    file: 'shared/domain/case/chain.ts',
    line: '.update(previous)',
    instead: '.update(previous.slice(0, 0))',
  },
  'a case is closed without saying whether it was rated': {
    file: 'shared/domain/case/rules/ending.ts',
    line: "{ type: 'filed', rated },",
    instead: "...(rated ? [{ type: 'filed', rated } as const] : []),",
  },
  'the clock of a unit that helps runs on while the case stands still': {
    file: 'shared/domain/case/rules/pausing.ts',
    line: 'clock ? [{ name: `task:${unit}` as const, clock: restarted(clock) }] : [],',
    instead: 'clock ? [{ name: `task:${unit}` as const, clock }] : [],',
  },
  'who handled it may check it': {
    file: 'shared/domain/case/rules/checking.ts',
    line: 'state.handledBy?.includes(person) ?? false;',
    instead: 'state.handledBy?.includes(person) === undefined;',
  },
  'a limit takes effect an hour early': {
    file: 'shared/domain/case/rules/tick.ts',
    line: '.filter(({ clock }) => clock.next && clock.next.at <= now)',
    instead: '.filter(({ clock }) => clock.next && clock.next.at <= now + 3_600_000)',
  },
  'the unit complained about is told as everybody': {
    file: 'shared/application/notify/audienceOf.ts',
    line: '.filter((person) => !isAccused(person, state, now, city))',
    instead: '',
  },
} as const satisfies Readonly<Record<string, PlantedBug>>;

export type BugName = keyof typeof PLANTED_BUGS;
