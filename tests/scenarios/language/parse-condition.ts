import { parseGoods } from './parse-selector.ts';
import type { Part } from './steps.ts';
import { daysOf, hoursOf, integerOf, moneyOf, quantityOf, shareOf } from './values.ts';
import type { Reader } from './words.ts';

const WEEKDAYS = 'mon tue wed thu fri sat sun пн вт ср чт пт сб вс'.split(' ');

/** How each condition is read after `when` or `and`. */
export const CONDITION_PARSERS: Readonly<Record<string, (reader: Reader) => Part>> = {
  'local-time': (reader) => {
    const { from, to } = hoursOf(reader);
    return { code: 'local-hours', params: { fromMinute: from, toMinute: to } };
  },
  weekday: (reader) => ({ code: 'weekdays', params: { weekdays: weekdaysOf(reader) } }),
  dates: (reader) => {
    const { from, to } = daysOf(reader);
    const params = { ...(from && { fromDate: from }), ...(to && { toDate: to }) };
    return { code: 'date-range', params };
  },
  total: (reader) => {
    const minKopecks = moneyOf(reader);
    const stage = reader.accept('gross', 'after-discounts', 'payable');
    return { code: 'basket-total', params: { minKopecks, ...(stage && { stage }) } };
  },
  quantity: (reader) => {
    const minMilli = quantityOf(reader);
    return { code: 'goods-quantity', params: { minMilli, ...parseGoods(reader, 'of') } };
  },
  bought: (reader) => {
    const minKopecks = moneyOf(reader);
    return { code: 'goods-sum', params: { minKopecks, ...parseGoods(reader, 'of') } };
  },
  identified: () => ({ code: 'identified', params: {} }),
  tier: (reader) => ({ code: 'member-tier', params: { tierCodes: reader.list('tiers') } }),
  tag: (reader) => ({ code: 'member-tag', params: { tags: reader.list('tags') } }),
  birthday: (reader) => {
    const days = integerOf(reader);
    reader.need('days');
    return { code: 'birthday-window', params: { daysBefore: days, daysAfter: days } };
  },
  purchase: (reader) => ({
    code: 'nth-purchase',
    params: { number: integerOf(reader), mode: 'once' },
  }),
  'each-purchase': (reader) => ({
    code: 'nth-purchase',
    params: { number: integerOf(reader), mode: 'each' },
  }),
  shop: (reader) => ({ code: 'place', params: { storeCodes: reader.list('shops') } }),
  region: (reader) => ({ code: 'place', params: { regionCodes: reader.list('regions') } }),
  format: (reader) => ({ code: 'place', params: { formatCodes: reader.list('formats') } }),
  partner: (reader) => ({ code: 'place', params: { partnerCodes: reader.list('partners') } }),
  channel: (reader) => ({ code: 'channel', params: { channels: reader.list('channels') } }),
  paid: (reader) => ({ code: 'payment-method', params: { methods: reader.list('methods') } }),
  coupon: (reader) => ({ code: 'coupon', params: { couponCodes: reader.list('coupons') } }),
  chance: (reader) => ({ code: 'probability', params: { chanceBasisPoints: shareOf(reader) } }),
};

function weekdaysOf(reader: Reader): readonly number[] {
  return reader.list('days of the week, like mon,tue').map((day) => {
    const place = WEEKDAYS.indexOf(day);
    return place < 0 ? reader.fail(`days of the week, like mon,tue, not ${day}`) : (place % 7) + 1;
  });
}
