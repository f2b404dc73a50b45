import { randomBytes } from 'node:crypto';
import { uuidv7 } from '#shared/ids.ts';
import { formatInstant, instant } from '#shared/time.ts';
import { GOODS } from '../../db/seed/goods.ts';

const LINES = 8;
const SHELF = GOODS.filter((one) => one.groupCode !== 'fuel');
let serial = 0;

/** One confirm of eight lines with names, as a grocery's till sends it. */
export function benchReceipt(card: string) {
  serial += 1;
  const lines = Array.from({ length: LINES }, (_, place) => {
    const goods = SHELF[(serial * 7 + place * 5) % SHELF.length];
    if (goods === undefined) throw new Error('the demo sells nothing');
    return {
      lineNo: place + 1,
      sku: goods.sku,
      name: goods.title.ru,
      quantityMilli: 1000 + 1000 * ((serial + place) % 3),
      priceKopecks: goods.priceKopecks,
    };
  });
  return {
    occurredAt: formatInstant(instant(Date.now())),
    member: { card },
    lines,
    receiptNumber: `B-${serial}`,
  };
}

/** An operation id of now. */
export function benchOpId(): string {
  return uuidv7(Date.now(), randomBytes(10));
}
