import type { ListedAnswer } from '../../shared/contracts/listed.ts';
import type { DoorAnswer } from '../middleware/httpDoor.ts';
import { drawListed } from './drawListed.ts';
import { frame } from './frame.ts';

/** Whoever looks again sees what was true a minute ago at most. One address has two faces. */
const HEADERS = { 'cache-control': 'public, max-age=60', vary: 'accept' };

/** What is listed, as a page or as JSON. */
export const answerListed = (
  answer: ListedAnswer,
  { json, isFirst }: { readonly json: boolean; readonly isFirst: boolean },
): DoorAnswer =>
  json
    ? { status: 200, body: answer, headers: HEADERS }
    : { status: 200, ...frame(drawListed(answer, isFirst), HEADERS) };
