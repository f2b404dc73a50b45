import type { Part } from './steps.ts';
import { integerOf } from './values.ts';
import type { Reader } from './words.ts';

/**
 * What stands after `on`: `cheese,milk` · `all but tobacco` · `undiscounted [of …]` ·
 * `cheapest N [of …]` · `every N [dearest-first] [of …]`; a single article is `goods NAME`.
 */
export function parseSelector(reader: Reader): Part {
  switch (reader.accept('undiscounted', 'cheapest', 'every', 'all', 'goods')) {
    case 'undiscounted':
      return { code: 'undiscounted', params: parseGoods(reader, 'of') };
    case 'cheapest': {
      const count = integerOf(reader);
      return { code: 'cheapest-units', params: { count, ...parseGoods(reader, 'of') } };
    }
    case 'every': {
      const number = integerOf(reader);
      const order = reader.accept('dearest-first') ?? 'as-scanned';
      return { code: 'every-nth-unit', params: { number, order, ...parseGoods(reader, 'of') } };
    }
    case 'all':
      return { code: 'goods', params: parseGoods(reader, 'but') };
    case 'goods':
      return { code: 'goods', params: { skus: reader.list('goods') } };
    default:
      return { code: 'goods', params: { groupCodes: reader.list('groups of goods') } };
  }
}

/** `of cheese,milk` or `but tobacco`; nothing at all is every goods. */
export function parseGoods(reader: Reader, joint: 'of' | 'but'): Part['params'] {
  if (reader.accept(joint) === undefined) return {};
  const codes = reader.list('groups of goods');
  return joint === 'of' ? { groupCodes: codes } : { exceptGroupCodes: codes };
}
