import { readFileSync } from 'node:fs';
import { readJourney } from '../model/journeyText.ts';
import { type Played, playAgain } from '../model/playRun.ts';

/** Plays a journey of the model once more, as it was written to a file. */
export const replay = (file: string): Promise<Played> => playAgain(readJourney(readFileSync(file, 'utf8')));
