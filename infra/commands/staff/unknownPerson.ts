import { Stop } from '../city/Stop.ts';

export const unknownPerson = (person: string): Stop =>
  new Stop(`台账里没有 ${person}：请核对 ledger.csv 的 person 一列，新来的人先加一行再发布`, 1);
