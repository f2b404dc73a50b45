import type { FactLine, Facts } from './facts.ts';
import { bigOr, isObject, type JsonObject, objects, own, text, textOr, words } from './json.ts';
import { holds } from './tests-of-facts.ts';

// The goods filter of 4.3. Its fields stand among the params of whatever has it.

const NAMES = ['groupCodes', 'skus', 'brandCodes', 'supplierCodes'];

export function matches(filter: JsonObject, line: FactLine, facts: Facts): boolean {
  return isNamed(filter, line, facts) && passesRest(filter, line);
}

function isNamed(filter: JsonObject, line: FactLine, facts: Facts): boolean {
  const listCode = filter['personalListCode'];
  if (!NAMES.some((name) => filter[name] !== undefined) && listCode === undefined) return true;
  if (hasNamed(filter, line)) return true;
  if (typeof listCode !== 'string') return false;
  return own(own(facts.member?.personalLists, listCode), line.sku) !== undefined;
}

function hasNamed(filter: JsonObject, line: FactLine): boolean {
  return (
    words(filter['groupCodes']).some((code) => line.groupCodes.includes(code)) ||
    words(filter['skus']).includes(line.sku) ||
    words(filter['brandCodes']).some((code) => code === line.brandCode) ||
    words(filter['supplierCodes']).some((code) => code === line.supplierCode)
  );
}

function passesRest(filter: JsonObject, line: FactLine): boolean {
  const price = BigInt(line.priceKopecks);
  return (
    !words(filter['exceptGroupCodes']).some((code) => line.groupCodes.includes(code)) &&
    !words(filter['exceptSkus']).includes(line.sku) &&
    objects(filter['attributes']).every((one) =>
      holds(test(one), own(line.attributes, text(one['attribute']))),
    ) &&
    price >= bigOr(filter['minPriceKopecks'], price) &&
    price <= bigOr(filter['maxPriceKopecks'], price) &&
    words(filter['lineFlags']).every((flag) => line.flags.includes(flag)) &&
    !words(filter['exceptLineFlags']).some((flag) => line.flags.includes(flag)) &&
    objects(filter['lineParams']).every((one) =>
      holds(test(one), own(line.params, text(one['param']))),
    )
  );
}

function test(one: JsonObject): JsonObject {
  const found = one['test'];
  if (!isObject(found)) throw new Error('a test is missing');
  return found;
}

/** 4.2, class goods: the filter names goods and the receipt has none of them. */
export function namesNothingOf(filter: JsonObject, facts: Facts): boolean {
  if (textOr(filter['personalListCode'], null) !== null) return false;
  if (!NAMES.some((name) => filter[name] !== undefined)) return false;
  return !facts.lines.some((line) => hasNamed(filter, line));
}
