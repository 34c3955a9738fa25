import { dynamoError } from './dynamoError.ts';

/** DynamoDB's numbers: decimals of 38 significant digits, as plain strings without exponent. */
interface Scaled {
  readonly digits: bigint;
  readonly scale: number;
}

export function compareDecimals(a: string, b: string): number {
  if (isShort(a) && isShort(b)) return Math.sign(Number(a) - Number(b));
  const [left, right] = aligned(a, b);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Exact, or refused as DynamoDB refuses what it cannot store. */
export function addDecimals(a: string, b: string): string {
  const [left, right, scale] = aligned(a, b);
  const sum = plain({ digits: left + right, scale });
  const significant = sum.replace(/[-.]/g, '').replace(/^0+|0+$/g, '');
  if (significant.length > 38) {
    throw dynamoError(
      'ValidationException',
      'Attempting to store more than 38 significant digits in a Number',
    );
  }
  if ((sum.replace('-', '').split('.')[0] ?? '').length > 126) {
    throw dynamoError(
      'ValidationException',
      'Number overflow. Attempting to store a number with magnitude larger than supported range',
    );
  }
  return sum;
}

export function negated(value: string): string {
  if (value.startsWith('-')) return value.slice(1);
  return value === '0' ? value : `-${value}`;
}

function isShort(value: string): boolean {
  return value.length < 15 && !value.includes('.');
}

function aligned(a: string, b: string): [bigint, bigint, number] {
  const left = scaled(a);
  const right = scaled(b);
  const scale = Math.max(left.scale, right.scale);
  const raise = ({ digits, scale: own }: Scaled) => digits * 10n ** BigInt(scale - own);
  return [raise(left), raise(right), scale];
}

function scaled(value: string): Scaled {
  const point = value.indexOf('.');
  if (point < 0) return { digits: BigInt(value), scale: 0 };
  return {
    digits: BigInt(value.slice(0, point) + value.slice(point + 1)),
    scale: value.length - point - 1,
  };
}

function plain({ digits, scale }: Scaled): string {
  if (scale === 0) return digits.toString();
  const negative = digits < 0n;
  const text = (negative ? -digits : digits).toString().padStart(scale + 1, '0');
  const fraction = text.slice(-scale).replace(/0+$/, '');
  const whole = text.slice(0, -scale);
  return `${negative ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}
