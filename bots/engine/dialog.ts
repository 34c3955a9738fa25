export { answerTurn as dialog } from './answerTurn.ts';
