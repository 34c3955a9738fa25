import { durationText } from '../../../../shared/domain/time/durationText.ts';
import { details as say } from '../../phrases/details.ts';
import { type Detail, openSlot } from './Detail.ts';

/** What is asked for next, behind what is being done to which case. */
export const detailText = (detail: Detail): string =>
  `${say.about(say.doing[detail.action], detail.about)}${asked(detail)}`;

const asked = (detail: Detail): string => {
  const { action, options = [], places = [], limit = '' } = detail;
  switch (openSlot(detail)) {
    case 'into':
      return options.length > 0 ? say.askInto : say.askIntoNumber;
    case 'unit':
      if (options.length > 0) return say.whichUnit;
      return action === 'cohandle' ? say.askHelper : say.askUnit;
    case 'to':
      return say.askTo;
    case 'by':
      return say.askBy(durationText(limit));
    case 'place':
      return places.length > 0 ? say.whichPlace : say.askPlace;
    case 'urgent':
      return say.askUrgent;
    case 'words':
      return say.askWords[action];
    case 'confirmed':
      return say.askConfirm(say.doing[action], detail.words ?? '');
    case undefined:
      return '';
  }
};
