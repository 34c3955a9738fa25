import { element } from '../../../../bots/channels/web/page/element.ts';
import type { CaseTurn, TurnPerson } from '../../control/CasePanelAnswer.ts';
import type { PhoneOf } from '../../control/Phone.ts';
import { MOST_PHONES } from './Phones.ts';
import { phrases } from './phrases.ts';

/** Who are named of those in one post. */
const NAMED = 3;

export interface TurnActs {
  readonly isOpen: (conversation: string) => boolean;
  /** There is room for no more phones. */
  readonly isFull: () => boolean;
  readonly open: (who: PhoneOf) => Promise<void>;
}

/** Whose turn it is, each with a button that opens a phone of theirs where none is. */
export const turnLines = (turns: readonly CaseTurn[], acts: TurnActs): readonly HTMLElement[] =>
  turns.map((turn) =>
    element('p', { class: 'turn' }, element('span', {}, turnText(turn)), openButton(turn, acts)),
  );

/** `单位 路灯管理所 冯振宇、邓秀英`, `派遣员 梁建国`: people of one role, of one unit. */
const turnText = ({ ownerName, people }: CaseTurn): string => {
  const [first] = people;
  if (!first) return ownerName;
  const isUnit = first.kind === 'handler';
  const names = [...new Set(people.map(({ name, where }) => (isUnit ? where : name)))];
  const more = names.length > NAMED ? phrases.andOthers(names.length) : '';
  return [first.role, isUnit ? first.name : '', `${names.slice(0, NAMED).join('、')}${more}`]
    .filter(Boolean)
    .join(' ');
};

const nameOf = ({ name, where }: TurnPerson): string => [name, where].filter(Boolean).join(' ');

const openButton = ({ people }: CaseTurn, { isOpen, isFull, open }: TurnActs): HTMLElement | undefined => {
  if (people.some(({ conversation }) => isOpen(conversation))) return undefined;
  const person = people.find((each) => each.open);
  const who = person?.open;
  if (!person || !who) return undefined;
  if (isFull()) return element('small', {}, phrases.openFull(MOST_PHONES));
  const title = phrases.openTheirsOf(`${person.role} ${nameOf(person)}`);
  const button = element(
    'button',
    { class: 'small', attributes: { type: 'button', title } },
    phrases.openTheirs,
  );
  button.addEventListener('click', () => {
    // A second click is not a second phone.
    button.disabled = true;
    void open(who).catch(() => {
      button.disabled = false;
      button.title = phrases.openFailed;
    });
  });
  return button;
};
