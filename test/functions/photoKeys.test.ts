import { S3Client } from '@aws-sdk/client-s3';
import { isPhotoOf, offerUpload } from '../../functions/outlets/photos.ts';
import { conversationSchema, photoKeySchema } from '../../shared/contracts/turn.ts';

const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
const offer = offerUpload('bucket', new S3Client({ region: 'eu-central-1', credentials }));

describe('the key of a photo', () => {
  test.each(['web:r-1', `wechaty:${'r'.repeat(74)}@~${'w'.repeat(74)}`])(
    'may be said in the conversation it was given in: %s',
    async (conversation) => {
      expect(conversationSchema.safeParse(conversation).success).toBe(true);
      expect(conversationSchema.safeParse(`${conversation.padEnd(158, 'x')}x`).success).toBe(false);
      const { key } = await offer(conversation, 'image/png');
      expect(photoKeySchema.safeParse(key).success).toBe(true);
      expect(isPhotoOf(key, conversation)).toBe(true);
    },
  );
});
