/** A line of a receipt as it is typed: `sku:quantity:price`. */
export type TillLine = {
  readonly sku: string;
  /** Thousandths. */
  readonly quantityMilli: number;
  /** Kopecks of one whole unit. */
  readonly priceKopecks: number;
};

/**
 * Reads `milk-25:2:94.90`: quantity in units with up to three decimals, price in roubles with up to two.
 * A comma does for the point.
 * @returns undefined when the text is no such line
 */
export function parseTillLine(text: string): TillLine | undefined {
  // The code of the goods may hold colons itself, so the numbers are taken from the end.
  const found = /^(.+):(\d{1,6}(?:[.,]\d{1,3})?):(\d{1,9}(?:[.,]\d{1,2})?)$/.exec(text);
  const [, sku, quantity, price] = found ?? [];
  if (sku === undefined || quantity === undefined || price === undefined) return undefined;
  const quantityMilli = shifted(quantity, 3);
  return quantityMilli === 0 ? undefined : { sku, quantityMilli, priceKopecks: shifted(price, 2) };
}

/** Kopecks as roubles: `94.90`. */
export function formatRoubles(kopecks: number): string {
  const sign = kopecks < 0 ? '-' : '';
  const digits = String(Math.abs(kopecks)).padStart(3, '0');
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

// Moves the decimal point by cutting text: 94.90 * 100 in floating point is not 9490.
function shifted(decimal: string, places: number): number {
  const [whole, fraction = ''] = decimal.replace(',', '.').split('.');
  return Number(`${whole}${fraction.padEnd(places, '0')}`);
}
