import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { cityBlobs } from '../../functions/wiring/cityBlobs.ts';

const NAME = 'staffing/0a1b';

/** A bucket that notes what is asked of it, and has everything. */
const noting = () => {
  const asked: string[] = [];
  const send = async (command: unknown): Promise<object> => {
    if (command instanceof PutObjectCommand) asked.push(`put ${command.input.Key}`);
    if (command instanceof GetObjectCommand) asked.push(`get ${command.input.Key}`);
    return { Body: { transformToByteArray: async () => new Uint8Array() } };
  };
  return { asked, blobs: cityBlobs('bucket', { send } as unknown as S3Client) };
};

test('a staffing lies under a prefix of its own, apart from the parts of versions', async () => {
  const { asked, blobs } = noting();
  await blobs.putStaffing('small', NAME, new Uint8Array());
  await blobs.getStaffing('small', NAME);
  await blobs.putPart('small', '0a1b', new Uint8Array());
  await blobs.getPart('small', '0a1b');
  expect(asked).toEqual([
    'put cities/small/staffing/0a1b',
    'get cities/small/staffing/0a1b',
    'put cities/small/parts/0a1b',
    'get cities/small/parts/0a1b',
  ]);
});

test('one that the pointer names by its hash alone, as it once was, is found where it was put', async () => {
  const { asked, blobs } = noting();
  await blobs.getStaffing('small', '0a1b');
  expect(asked).toEqual(['get cities/small/parts/0a1b']);
});
