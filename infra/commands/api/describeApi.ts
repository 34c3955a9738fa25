import { z } from 'zod';
import { stageName } from '../../../bots/engine/cases/describeCase.ts';
import { caseAnswerSchema } from '../../../shared/contracts/caseAnswer.ts';
import { commandSchema, openCommandSchema } from '../../../shared/contracts/command.ts';
import { listedAnswerSchema } from '../../../shared/contracts/listed.ts';
import { TEXT_LIMIT } from '../../../shared/contracts/turn.ts';
import { OPEN } from '../../../shared/domain/case/Case.ts';
import { RULES } from '../../../shared/domain/case/decide.ts';
import type { Who } from '../../../shared/domain/case/Rule.ts';
import { settingsOfFunction } from '../../functions.ts';
import { doorNames, routes } from '../../routes.ts';
import { fieldsOf, type Shape, shapeText } from './shapeText.ts';

const WHO: Readonly<Record<Who, string>> = {
  owner: 'whose turn it is',
  reporter: 'who reported it',
  unit: 'a unit with a task in it',
  approver: 'who must approve',
  desk: 'the dispatcher of the street',
  clock: 'nobody',
};

const shapeOf = (schema: z.ZodType): Shape => z.toJSONSchema(schema, { io: 'input' }) as Shape;

const code = (text: string): string => (text === '' ? '' : `\`${text}\``);

const fields = (schema: z.ZodType): string => fieldsOf(shapeOf(schema), 'type').map(code).join(' ');

/** Stages in a line: all that are open by that word, and what is missing from them where that is shorter. */
const stagesText = (stages: readonly string[]): string => {
  const missing = OPEN.filter((stage) => !stages.includes(stage));
  const others = stages.filter((stage) => !OPEN.some((open) => open === stage));
  if (others.length > 0 || missing.length > stages.length) return stages.join(', ');
  return missing.length === 0 ? 'all that are open' : `all that are open but ${missing.join(', ')}`;
};

const doorLines = (): readonly string[] =>
  doorNames.map((name) => `| ${code(routes[name])} | ${settingsOfFunction(name).purpose} |`);

const commandLines = (): readonly string[] =>
  commandSchema.options.map((option) => {
    const type = option.shape.type.value;
    const { who, stages } = RULES[type];
    return `| ${code(type)} | ${fields(option)} | ${WHO[who]} | ${stagesText(stages)} |`;
  });

const answerLines = (schema: z.ZodType): readonly string[] =>
  fieldsOf(shapeOf(schema)).map((field) => `- ${code(field)}`);

/** The page of the HTTP API, from its routes, schemas and rules. */
export const describeApi = (): string => `# The HTTP API

Written by \`npm run api\` from the routes, the schemas and the rules of a case; a test fails when it is not what they say.

| door | what it is for |
|---|---|
${doorLines().join('\n')}

Doors under \`/web/\` ask for \`Authorization: Bearer TOKEN\`, the token of one conversation (\`POST /web/sessions\` gives one to a new resident; a
conversation that is bound to somebody of the staff speaks as them). Doors under \`/channels/\` ask for a signature. The others are open.

## A case from beginning to end

\`POST /web/cases\` with \`{ "id": …, "command": { "type": "open", … } }\` opens a case; \`POST /web/cases/{number}/commands\` with
\`{ "id": …, "command": { "type": …, … } }\` asks one thing of it; \`GET /web/cases/{number}\` shows it. The same rules decide as in chat, and
the same people are told.

- **\`id\`** is the caller's own, 1 to 128 characters. The same id in the same conversation asks for the same thing: a command that is sent
  again has no second effect and is answered as the first time. A report is known again for a month.
- **200** the case as it is now, as whoever asks may see it. **400** a field is wrong or missing (\`field\` names it). **401** no token.
  **403** they may not. **404** there is no such case for them. **409** it cannot be done as things stand. **413**, **415** a photo that is too
  large, or none. Every refusal is \`{ error, message, field?, remedy? }\`; \`message\` is the sentence that a chat would say.
- **words** are 1 to ${TEXT_LIMIT} characters; a **code** is one of the city folder (service, condition, unit, material, person); a **duration** is \`4wh\`, \`2wd\`,
  \`8h\`, \`3d\`; a **photo key** is one that \`POST /web/photos\` gave in the same conversation, uploaded to before.
- Who reported it is the token's, never in the body. A \`patrol\` is the staff's.

\`open\`: ${fields(openCommandSchema)}

| command | fields | by | at |
|---|---|---|---|
${commandLines().join('\n')}

Stages: ${OPEN.map((stage) => `${stage} ${stageName(stage)}`).join(', ')}; ended: closed 已归档, declined 不予受理, withdrawn 已撤销, merged 已并案.

## What is shown of a case

${answerLines(caseAnswerSchema).join('\n')}

Instants are milliseconds since 1970. Nobody is told who reported it, and telephone numbers and the like in what people wrote are
masked. Residents see units and no names of the staff; a unit that helps sees its own task and its own limit, the unit that leads sees
who helps; whoever answers for the place sees it all. For a unit that is complained about the case does not exist. Whoever has no part in
a case after their own command is answered \`{ number, stage, stageName }\`.

## What is under listed supervision (挂牌督办)

\`GET /listed\` is a page for everybody, without script; with \`Accept: application/json\` it is data, and \`?after=\` the \`next\` of a page
leads to the page behind it. Fresh within a minute. Those due first come first; a case is gone from it when it ends.

\`${shapeText(shapeOf(listedAnswerSchema))}\`
`;
