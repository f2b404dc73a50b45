/** One line of an earlier purchase; of a return the numbers are negative. */
export type PastLine = {
  readonly sku: string;
  readonly priceKopecks: number;
  readonly milli: number;
  /** After discounts, before points pay. */
  readonly kopecks: number;
  readonly discountKopecks: number;
  readonly accruedPoints: number;
  readonly paidPoints: number;
};

/** An earlier purchase, or what came back of one. */
export type PastPurchase = {
  readonly receiptId: string;
  /** The store's wall clock, milliseconds as if it showed UTC. */
  readonly boughtAt: number;
  readonly storeCode: string;
  /** As pastLinesText writes them. */
  readonly lines: string;
};

const FIELDS = [
  'priceKopecks',
  'milli',
  'kopecks',
  'discountKopecks',
  'accruedPoints',
  'paidPoints',
] as const;

/** Lines as one text, small and quick to read: a line each, SKU first, numbers to the base of 36. */
export function pastLinesText(lines: readonly PastLine[]): string {
  return lines
    .map((line) => [line.sku, ...FIELDS.map((field) => line[field].toString(36))].join(' '))
    .join('\n');
}

/** What one line is read into; the same record again and again, so that nothing is left behind. */
export type LineReading = { sku: string } & { [Field in (typeof FIELDS)[number]]: number };

export function emptyReading(): LineReading {
  return {
    sku: '',
    priceKopecks: 0,
    milli: 0,
    kopecks: 0,
    discountKopecks: 0,
    accruedPoints: 0,
    paidPoints: 0,
  };
}

const SPACE = 32;
const MINUS = 45;
const DIGITS_END = 58;

/** Reads each line of a text; plain scanning, since a history may hold ten thousands of them. */
export function readPastLines(
  text: string,
  reading: LineReading,
  each: (line: LineReading) => void,
): void {
  let at = 0;
  while (at < text.length) {
    const gap = text.indexOf(' ', at);
    reading.sku = text.slice(at, gap);
    at = gap + 1;
    for (const field of FIELDS) {
      let value = 0;
      let sign = 1;
      for (; at < text.length; at += 1) {
        const code = text.charCodeAt(at);
        if (code <= SPACE) break;
        if (code === MINUS) sign = -1;
        else value = value * 36 + (code < DIGITS_END ? code - 48 : code - 87);
      }
      reading[field] = sign * value;
      at += 1;
    }
    each(reading);
  }
}
