import { GetObjectCommand, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { fileTypeFromBuffer } from 'file-type';
import type { InspectPhoto } from '../../shared/application/ports.ts';
import { PHOTO_BYTES, PHOTO_TYPES } from '../../shared/contracts/photo.ts';

/** What browsers and phones can show. SVG is none of them: it is a document that can run. */
const KINDS: ReadonlySet<string> = new Set(PHOTO_TYPES);

/** Looks at the first bytes: neither the name nor the type that was claimed proves a photo. */
export const inspectPhoto =
  (bucket: string, s3 = new S3Client({})): InspectPhoto =>
  async (key) => {
    try {
      const { Body, ContentRange } = await s3.send(
        new GetObjectCommand({ Bucket: bucket, Key: key, Range: 'bytes=0-4099' }),
      );
      const size = Number(ContentRange?.split('/')[1] ?? 0);
      if (!Body) return 'missing';
      const kind = await fileTypeFromBuffer(await Body.transformToByteArray());
      if (size > PHOTO_BYTES) return 'tooLarge';
      return kind && KINDS.has(kind.mime) ? 'photo' : 'notAPhoto';
    } catch (fault) {
      if (
        fault instanceof S3ServiceException &&
        ['NoSuchKey', 'InvalidRange', 'NotFound'].includes(fault.name)
      )
        return 'missing';
      throw fault;
    }
  };
