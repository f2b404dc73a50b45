import type { CancelStep, Item, PurchaseStep, ReturnStep, Who } from './steps.ts';
import { integerOf, moneyOf, quantityOf, scaled, wallTimeOf } from './values.ts';
import type { Reader } from './words.ts';

const AMOUNT = /^(?:(\d+(?:[.,]\d{1,3})?)[×x*х])?(\d+(?:[.,]\d{1,2})?)₽?$/u;

/** `receipt WHO SHOP [DAY TIME] GOODS AMOUNT … [spend N] [coupon C] [paid METHOD MONEY] [choose "RULE"] [via CHANNEL] [as NAME]` */
export function parsePurchase(kind: 'receipt' | 'calculate', reader: Reader): PurchaseStep {
  const who = whoOf(reader);
  const shop = reader.name('a shop');
  const at = wallTimeOf(reader);
  const coupons: string[] = [];
  const chosen: string[] = [];
  const payments: { method: string; kopecks: number }[] = [];
  const items: Item[] = [];
  const step: { spend: number | null; channel: string | null; label: string | null } = {
    spend: null,
    channel: null,
    label: null,
  };
  while (!reader.isDone()) {
    switch (reader.accept('spend', 'coupon', 'paid', 'choose', 'via', 'as')) {
      case 'spend':
        step.spend = integerOf(reader);
        break;
      case 'coupon':
        coupons.push(reader.name('a coupon'));
        break;
      case 'paid':
        payments.push({ method: reader.name('a method of payment'), kopecks: moneyOf(reader) });
        break;
      case 'choose':
        chosen.push(reader.name('a rule'));
        break;
      case 'via':
        step.channel = reader.name('a channel');
        break;
      case 'as':
        step.label = reader.name('a name for the receipt');
        break;
      default:
        items.push(itemOf(reader));
    }
  }
  if (items.length === 0) reader.fail('goods, like cheese 2×199.90');
  return { kind, who, shop, at, items, coupons, payments, chosen, ...step };
}

/** `again` or `again with GOODS AMOUNT …`; the same for `confirm`. */
export function parseItemsOrNone(reader: Reader): readonly Item[] | null {
  if (reader.accept('with') === undefined) return null;
  const items = [itemOf(reader)];
  while (!reader.isDone()) items.push(itemOf(reader));
  return items;
}

/** `return [of NAME] [at SHOP] [GOODS QUANTITY …]` */
export function parseReturn(reader: Reader): ReturnStep {
  const reference = referenceOf(reader);
  const items = [];
  while (!reader.isDone()) {
    items.push({ name: reader.name('goods'), quantityMilli: quantityOf(reader) });
  }
  return { kind: 'return', items, ...reference };
}

/** `cancel [of NAME] [at SHOP]` */
export function parseCancel(reader: Reader): CancelStep {
  return { kind: 'cancel', ...referenceOf(reader) };
}

function referenceOf(reader: Reader): { of: string | null; shop: string | null } {
  const of = reader.accept('of') === undefined ? null : reader.name('the name of a receipt');
  const shop = reader.accept('at') === undefined ? null : reader.name('a shop');
  return { of, shop };
}

function whoOf(reader: Reader): Who {
  const kind = reader.accept('anonymous', 'card', 'phone');
  if (kind === 'anonymous') return { kind };
  if (kind === 'card' || kind === 'phone') return { kind, number: reader.name(`a ${kind} number`) };
  return { kind: 'member', name: reader.name('a member, or anonymous') };
}

function itemOf(reader: Reader): Item {
  const name = reader.name('goods');
  const [, quantity, price] = reader.match(AMOUNT, `an amount of ${name}, like 2×199.90`);
  return {
    name,
    quantityMilli: quantity === undefined ? 1000 : scaled(quantity, 3),
    priceKopecks: scaled(price, 2),
  };
}
