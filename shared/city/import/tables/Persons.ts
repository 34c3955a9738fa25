import { Directory, type Finding } from '../table/Directory.ts';
import { makeId } from '../table/makeId.ts';

export interface Person {
  readonly person: string;
  readonly name: string;
  readonly phone: string;
}

/** Who is who: by id, by name and phone, and by name alone where only one has it. */
export class Persons {
  private readonly ids: ReadonlyMap<string, string>;
  private readonly before: Directory;
  private now = new Directory([]);
  private phones: ReadonlyMap<string, string> = new Map();

  /** Those known before, and those whose row says their id: both keep it. The row wins. */
  constructor(before: readonly Person[], given: readonly Person[]) {
    const named = [...before, ...given].filter(({ person }) => person !== '');
    this.ids = new Map(named.map((one) => [keyOf(one), one.person]));
    this.before = namesOf(before);
  }

  /**
   * The id that somebody has or gets. Without a phone the area has to tell two of one name apart.
   * `namesake` is who had that name before, with another phone: whether it is the same person is not for us to say.
   */
  idOf(one: Person, area: string): { readonly id: string; readonly namesake?: string } {
    const known = one.person || this.ids.get(keyOf(one));
    if (known) return { id: known };
    const namesake = this.before.find(one.name);
    const id = makeId('P', one.name, digits(one.phone) || area);
    return namesake && 'code' in namesake ? { id, namesake: namesake.code } : { id };
  }

  /** Everybody in the new ledger: who may be named as deputy or superior, before those of the old one. */
  remember(persons: readonly Person[]): void {
    this.now = namesOf(persons);
    this.phones = new Map(persons.map((one) => [keyOf(one), one.person]));
  }

  /** `L001`, `王秀英`, `王秀英 13800010001`, `王秀英（13800010001）`. */
  find(text: string, phone: string): Finding | undefined {
    const said = /^(.*?)[\s(（]*(\d[\d-]{6,})[)）]?$/u.exec(text);
    const name = said?.[1] || text;
    const number = digits(phone) || digits(said?.[2] ?? '');
    const exact = number === '' ? undefined : this.phones.get(keyOf({ name, phone: number }));
    return exact === undefined
      ? (this.now.find(name) ?? this.before.find(name))
      : { code: exact, how: 'named' };
  }
}

const namesOf = (persons: readonly Person[]): Directory =>
  new Directory(
    // Somebody with two posts is one person.
    [...new Map(persons.map((one) => [one.person, one])).values()].map(({ person, name }) => ({
      code: person,
      name,
    })),
  );

const digits = (phone: string): string => phone.replace(/\D/gu, '');

const keyOf = ({ name, phone }: Pick<Person, 'name' | 'phone'>): string => `${name}\n${digits(phone)}`;
