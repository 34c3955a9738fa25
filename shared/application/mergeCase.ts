import { mayLook } from '../domain/case/maySee.ts';
import { type CaseWorld, type CommandRequest, commandCase, type Outcome } from './commandCase.ts';

/** Merges that may have to be followed: a case was merged into one that was merged itself. */
const MOST_HOPS = 20;

/**
 * 并案: looks at the other case and merges this one into it, or into what that one was merged into meanwhile. `looker`: the conversation
 * of whoever asks; of a case that they may not see they learn nothing.
 */
export const mergeCase =
  (world: CaseWorld) =>
  async (
    number: string,
    into: string,
    { request, looker }: { readonly request: CommandRequest; readonly looker: string },
  ): Promise<Outcome> => {
    let wanted = into;
    for (let hops = 0; hops < MOST_HOPS; hops++) {
      const found = await world.cases.load(wanted);
      const city = await world.cities.current();
      if (!found || !mayLook(looker, found, world.now(), city))
        return { kind: 'refused', refusal: { code: 'noSuchCase' } };
      if (found.into === undefined || found.stage !== 'merged') {
        const { openedAt, stage, about, joined = [] } = found;
        return commandCase(world)(
          number,
          {
            type: 'merge',
            into: {
              number: wanted,
              openedAt,
              stage,
              joined: joined.length,
              ...(about === undefined ? {} : { about }),
            },
          },
          request,
        );
      }
      wanted = found.into;
    }
    throw new Error(`Case ${into} was merged more than ${MOST_HOPS} times over`);
  };
