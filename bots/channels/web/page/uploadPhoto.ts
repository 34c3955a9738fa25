import type { PhotoAnswer } from '../../../../shared/contracts/web.ts';
import { phrases } from './phrases.ts';
import { Trouble } from './Trouble.ts';

/** Sends the file where the photo door said. XMLHttpRequest, because fetch cannot tell how far an upload is. */
export const uploadPhoto = (
  file: File,
  place: PhotoAnswer,
  onProgress: (percent: number) => void,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(place.fields)) form.append(name, value);
    // The store reads no field after the file.
    form.append('file', file);
    const request = new XMLHttpRequest();
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) onProgress(Math.round((event.loaded / event.total) * 100));
    });
    const fail = () => reject(new Trouble(phrases.trouble.upload, 0));
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300) resolve();
      else fail();
    });
    request.addEventListener('error', fail);
    request.addEventListener('timeout', fail);
    request.timeout = 120_000;
    request.open('POST', place.url);
    request.send(form);
  });
