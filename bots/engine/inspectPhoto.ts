import type { Step } from './Dialog.ts';
import { resident as say } from './phrases/resident.ts';
import { asks, type Scene } from './Scene.ts';

/** Looks whether what was uploaded is a photo; `then` gets what is wrong with it, in words with their own line end. */
export const inspectPhoto = (
  scene: Scene,
  photo: string,
  then: (trouble: string | undefined) => Step,
): Step => {
  const answer = scene.answers.photo;
  if (!answer) return asks({ key: 'photo', kind: 'inspectPhoto', photo });
  const verdict = answer.kind === 'photo' ? answer.verdict : 'missing';
  switch (verdict) {
    case 'photo':
      return then(undefined);
    case 'missing':
      return then(say.photoMissing);
    case 'tooLarge':
      return then(say.photoTooLarge);
    case 'notAPhoto':
      return then(say.photoNotAPhoto);
  }
};
