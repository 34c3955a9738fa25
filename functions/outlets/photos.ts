import { randomUUID } from 'node:crypto';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { SignPhoto } from '../../shared/application/ports.ts';
import { PHOTO_BYTES } from '../../shared/contracts/photo.ts';

const UPLOAD_SECONDS = 300;
const SHOW_SECONDS = 900;

export interface PhotoUpload {
  readonly key: string;
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Leave to upload one photo of that type, under one key, for five minutes. S3 itself refuses anything else. */
export const offerUpload =
  (bucket: string, s3 = new S3Client({})) =>
  async (conversation: string, type: string): Promise<PhotoUpload> => {
    const key = `photos/${folderOf(conversation)}/${randomUUID()}`;
    const { url, fields } = await createPresignedPost(s3, {
      Bucket: bucket,
      Key: key,
      Expires: UPLOAD_SECONDS,
      Fields: { 'Content-Type': type },
      Conditions: [
        ['content-length-range', 1, PHOTO_BYTES],
        ['eq', '$Content-Type', type],
      ],
    });
    return { key, url, fields };
  };

/** Whether a photo was uploaded in this conversation. */
export const isPhotoOf = (key: string, conversation: string): boolean =>
  key.startsWith(`photos/${folderOf(conversation)}/`);

const folderOf = (conversation: string): string => conversation.replace(':', '.').replace(/[^\w@.~-]/gu, '_');

/** An address that shows the photo for a quarter of an hour. Made here, without a call. */
export const signPhoto =
  (bucket: string, s3 = new S3Client({})): SignPhoto =>
  (key) =>
    getSignedUrl(s3, new GetObjectCommand({ Bucket: bucket, Key: key }), { expiresIn: SHOW_SECONDS });
