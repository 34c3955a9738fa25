import { type AttributeValue, type Item, typeOf } from './attributeValue.ts';

/**
 * Bytes as DynamoDB counts them: UTF-8 of names and strings, digits in pairs, 3 for a document and 1 for each of its members.
 * (dynalite counts UTF-16 units, a third of what Chinese text takes.)
 */
export function itemSize(item: Item): number {
  let size = 0;
  for (const [name, value] of Object.entries(item)) size += Buffer.byteLength(name) + valueSize(value);
  return size;
}

function valueSize(value: AttributeValue): number {
  const type = typeOf(value);
  switch (type) {
    case 'S':
      return Buffer.byteLength(value.S ?? '');
    case 'N':
      return numberSize(value.N ?? '0');
    case 'B':
      return binarySize(value.B ?? '');
    case 'BOOL':
    case 'NULL':
      return 1;
    case 'SS':
      return sum(value.SS ?? [], (member) => Buffer.byteLength(member));
    case 'NS':
      return sum(value.NS ?? [], numberSize);
    case 'BS':
      return sum(value.BS ?? [], binarySize);
    case 'L':
      return 3 + sum(value.L ?? [], (member) => 1 + valueSize(member));
    case 'M':
      return 3 + Object.keys(value.M ?? {}).length + itemSize(value.M ?? {});
  }
}

/** One byte for two digits, counted from the decimal point, one for the exponent, one for a minus. */
function numberSize(text: string): number {
  const digits = text.replace('-', '');
  const [whole = '', fraction = ''] = digits.split('.');
  const significant = (whole + fraction).replace(/^0+/, '').replace(/0+$/, '');
  if (significant === '') return 1;
  const exponent =
    whole.replace(/^0+/, '') === ''
      ? -(fraction.length - fraction.replace(/^0+/, '').length) - 1
      : whole.replace(/^0+/, '').length - 1;
  const straddles = significant.length % 2 === 0 && exponent % 2 === 0 ? 1 : 0;
  return 1 + Math.ceil(significant.length / 2) + straddles + (text.startsWith('-') ? 1 : 0);
}

function binarySize(base64: string): number {
  return Buffer.byteLength(base64, 'base64');
}

function sum<T>(values: readonly T[], size: (value: T) => number): number {
  return values.reduce((total, value) => total + size(value), 0);
}
