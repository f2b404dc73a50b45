import { type Facts, NO_FACTS, PLAIN_LINE } from '#modules/promotions/core/index.ts';
import { kopecks } from '#shared/money.ts';
import { instant, localMoment } from '#shared/time.ts';

/** Facts of an anonymous receipt of one loaf for 100.00 ₽ in Kazan. */
export function aReceiptFacts(): Facts {
  const occurredAt = instant(1_770_000_000_000);
  return {
    ...NO_FACTS,
    receiptId: '019c0000-0000-7000-8000-000000000001',
    occurredAt,
    local: localMoment(occurredAt, 'Europe/Moscow'),
    place: {
      storeCode: 'KZN1',
      regionCode: '16',
      formatCode: 'super',
      partnerCode: 'gastronom',
      channel: 'store',
    },
    lines: [
      {
        ...PLAIN_LINE,
        lineNo: 1,
        sku: 'bread',
        groupCodes: ['bakery'],
        quantityMilli: 1000,
        priceKopecks: kopecks(10_000),
        grossKopecks: kopecks(10_000),
      },
    ],
  };
}
