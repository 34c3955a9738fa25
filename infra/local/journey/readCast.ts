import { channelSchema } from '../../../shared/contracts/turn.ts';
import { ROLES } from '../../../shared/domain/city/roleNames.ts';
import type { Cast } from './Journey.ts';
import type { JourneyNode } from './JourneyNode.ts';

/** One entry under `people`. */
export const readCast = ({
  key: name,
  value,
}: {
  readonly key: string;
  readonly value: JourneyNode;
}): Cast => (value.isMap ? staff(name, value) : resident(name, value));

const resident = (name: string, node: JourneyNode): Cast => {
  const [kind, channel = 'web', ...rest] = node.text().split('@');
  const known = channelSchema.options;
  if (kind !== 'resident' || rest.length > 0)
    return node.fault(
      `${name} is neither a resident nor a post`,
      'Write "resident", "resident@wechaty" or { post: supervisor, area: "990101001001001" }.',
    );
  if (!known.some((each) => each === channel))
    return node.fault(`no channel "${channel}"`, `There are: ${known.join(', ')}.`);
  return { name, kind: 'resident', channel };
};

const staff = (name: string, node: JourneyNode): Cast => {
  const { post, area, unit, person } = node.fields(['post', 'area', 'unit', 'person']);
  if (person && !post && !area && !unit) return { name, kind: 'person', id: person.text() };
  const role = ROLES.find((each) => each === post?.text());
  if (!role) return node.fault(`${name} has no known post`, `post is one of ${ROLES.join(', ')}.`);
  if (!area && !unit)
    return node.fault(`${name} has a post, but where`, 'Add area: "a code" or unit: a code.');
  return {
    name,
    kind: 'staff',
    post: role,
    ...(area ? { area: area.text() } : {}),
    ...(unit ? { unit: unit.text() } : {}),
  };
};
