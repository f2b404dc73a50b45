import type { Text } from '#shared/text.ts';
import type { Need } from '../facts.ts';

/** What follows the colon of a source. */
export type SourceArgument = 'none' | 'stage' | 'code' | 'measure';

/** A source as people and programs know it; how it is read stands in read-source.ts. */
export type SourceEntry = {
  readonly source: string;
  readonly argument: SourceArgument;
  /** Codes can be keys of a table and nothing else. */
  readonly gives: 'number' | 'code';
  readonly unit: string;
  /** Whether lines of one receipt may differ in it. */
  readonly isPerLine: boolean;
  /** Whether it means nothing where there are no lines. */
  readonly needsLines: boolean;
  readonly title: Text;
  readonly needs: (argument: string) => readonly Need[];
};

type Wish = Pick<SourceEntry, 'source' | 'title'> & Partial<SourceEntry>;

const aNumber = (wish: Wish): SourceEntry => ({
  argument: 'none',
  gives: 'number',
  unit: 'number',
  isPerLine: false,
  needsLines: false,
  needs: () => [],
  ...wish,
});

const aCode = (wish: Wish): SourceEntry => ({ ...aNumber(wish), gives: 'code', unit: 'code' });
const ofLine = (wish: Wish): SourceEntry => ({
  ...aCode(wish),
  isPerLine: true,
  needsLines: true,
  needs: () => ['lines'],
});
const ofLines = (wish: Wish): SourceEntry => ({
  ...aNumber(wish),
  needsLines: true,
  needs: () => ['lines'],
});

/** Everything that a recipe may read. */
export const SOURCES: readonly SourceEntry[] = [
  ofLines({
    source: 'basket-total',
    argument: 'stage',
    unit: 'kopecks',
    title: { ru: 'сумма чека {stage}', en: 'the receipt’s total {stage}' },
  }),
  ofLines({
    source: 'selected-total',
    argument: 'stage',
    unit: 'kopecks',
    title: { ru: 'сумма выбранных товаров {stage}', en: 'the sum of the selected goods {stage}' },
  }),
  ofLines({
    source: 'selected-milli',
    unit: 'thousandths',
    title: { ru: 'количество выбранных товаров', en: 'the quantity of the selected goods' },
  }),
  ofLines({
    source: 'selected-units',
    unit: 'count',
    title: { ru: 'число выбранных единиц', en: 'the number of selected units' },
  }),
  aNumber({
    source: 'purchases-before',
    unit: 'count',
    title: { ru: 'число прежних покупок', en: 'the number of earlier purchases' },
    needs: () => ['member'],
  }),
  aNumber({
    source: 'local-day',
    unit: 'count',
    title: { ru: 'число месяца', en: 'the day of the month' },
    needs: () => ['time'],
  }),
  aNumber({
    source: 'local-weekday',
    unit: 'count',
    title: { ru: 'номер дня недели', en: 'the number of the weekday' },
    needs: () => ['time'],
  }),
  aNumber({
    source: 'local-minute',
    unit: 'minute-of-day',
    title: { ru: 'местное время', en: 'the local time' },
    needs: () => ['time'],
  }),
  aNumber({
    source: 'counter',
    argument: 'code',
    title: { ru: 'счётчик {code}', en: 'the counter {code}' },
    needs: (code) => [`counter:${code}`],
  }),
  aNumber({
    source: 'variable',
    argument: 'code',
    title: { ru: 'переменная {code}', en: 'the variable {code}' },
  }),
  aNumber({
    source: 'balance',
    argument: 'code',
    unit: 'points',
    title: { ru: 'баланс {code}', en: 'the balance of {code}' },
    needs: (code) => [`balance:${code}`],
  }),
  aNumber({
    source: 'attribute',
    argument: 'code',
    title: { ru: 'признак участника {code}', en: 'the member’s {code}' },
    needs: () => ['attributes'],
  }),
  aNumber({
    source: 'tier-progress',
    argument: 'code',
    unit: 'points',
    title: { ru: 'ход уровня {code}', en: 'the progress of tier {code}' },
    needs: (code) => [`tier-progress:${code}`],
  }),
  aNumber({
    source: 'history',
    argument: 'measure',
    title: { ru: 'история {code}', en: 'the history {code}' },
    needs: (code) => [`history:${historyKeyOf(code).key}`],
  }),
  aNumber({
    source: 'event',
    argument: 'code',
    title: { ru: 'поле события {code}', en: 'the event’s {code}' },
    needs: () => ['event'],
  }),
  aNumber({
    source: 'days-since-start',
    unit: 'days',
    title: { ru: 'дней с начала акции', en: 'days since the promotion began' },
    needs: () => ['time'],
  }),
  aCode({
    source: 'tier',
    argument: 'code',
    title: { ru: 'уровень {code}', en: 'the tier of {code}' },
    needs: (code) => [`tier:${code}`],
  }),
  aCode({
    source: 'store',
    title: { ru: 'магазин', en: 'the store' },
    needs: () => ['place'],
  }),
  aCode({ source: 'region', title: { ru: 'регион', en: 'the region' }, needs: () => ['place'] }),
  aCode({ source: 'format', title: { ru: 'формат', en: 'the format' }, needs: () => ['place'] }),
  aCode({ source: 'city', title: { ru: 'город', en: 'the city' }, needs: () => ['place'] }),
  aCode({ source: 'partner', title: { ru: 'партнёр', en: 'the partner' }, needs: () => ['place'] }),
  aCode({ source: 'channel', title: { ru: 'канал', en: 'the channel' }, needs: () => ['channel'] }),
  aCode({
    source: 'card-category',
    title: { ru: 'категория карты', en: 'the card’s category' },
    needs: () => ['card'],
  }),
  ofLine({ source: 'sku', title: { ru: 'артикул', en: 'the SKU' } }),
  ofLine({ source: 'brand', title: { ru: 'бренд', en: 'the brand' } }),
  ofLine({ source: 'group', title: { ru: 'товарная группа', en: 'the goods group' } }),
];

const entryByName = new Map(SOURCES.map((entry) => [entry.source, entry]));

/** A source of a recipe taken apart: `counter:visits` is the source `counter` of `visits`. */
export type ParsedSource = { readonly entry: SourceEntry; readonly argument: string };

/** Takes a source apart; undefined when there is no such source, or its argument is missing. */
export function parseSource(source: string): ParsedSource | undefined {
  const colon = source.indexOf(':');
  const entry = entryByName.get(colon < 0 ? source : source.slice(0, colon));
  const argument = colon < 0 ? '' : source.slice(colon + 1);
  if (entry === undefined) return undefined;
  const isWhole = entry.argument === 'none' ? colon < 0 : ARGUMENT.test(argument);
  return isWhole ? { entry, argument } : undefined;
}

const ARGUMENT = /^[A-Za-z0-9._:-]{1,130}$/;

/** `dairy-90.kopecks` → key `dairy-90`, measure `kopecks`; a key may have dots of its own. */
export function historyKeyOf(argument: string): { readonly key: string; readonly measure: string } {
  const dot = argument.lastIndexOf('.');
  return dot < 0
    ? { key: argument, measure: '' }
    : { key: argument.slice(0, dot), measure: argument.slice(dot + 1) };
}
