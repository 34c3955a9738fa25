import { OPEN } from '../Case.ts';
import { MOST_PHOTOS } from '../MOST_PHOTOS.ts';
import { events, type Rule, refuse } from '../Rule.ts';

/** Characters a description may grow to: it is read, and written, with every step. */
const MOST_TEXT = 6_000;

/** 补充材料, any time before the case ends. */
export const supplement: Rule<'supplement'> = {
  stages: OPEN.filter((stage) => stage !== 'rating'),
  who: 'reporter',
  apply: (state, command) => {
    const photos = command.photos ?? [];
    if (!command.text && photos.length === 0) return refuse({ code: 'nothingToAdd' });
    if (state.text.length + (command.text?.length ?? 0) > MOST_TEXT)
      return refuse({ code: 'textFull', most: MOST_TEXT });
    if (state.photos.length + photos.length > MOST_PHOTOS)
      return refuse({ code: 'tooManyPhotos', most: MOST_PHOTOS });
    return events({
      type: 'supplemented',
      ...(command.text ? { text: command.text } : {}),
      ...(photos.length > 0 ? { photos } : {}),
    });
  },
};

/** 评价, and with it filing (归档). */
export const rate: Rule<'rate'> = {
  stages: ['rating'],
  who: 'reporter',
  apply: (state, command) =>
    events(
      { type: 'rated', rating: command.rating },
      { type: 'filed', rated: true },
      { type: 'moved', to: 'closed', owner: `resident@${state.reporter}` },
    ),
};
