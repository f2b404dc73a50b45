import { Type } from 'typebox';
import { defineCondition, MET, reason } from '../condition.ts';
import type { Facts } from '../facts.ts';
import type { ParamProblem } from '../param-problem.ts';
import { CLOSED, codesParam } from '../params.ts';

/** The store is on any of the lists: by its own code, region, format or partner. */
export const place = defineCondition({
  code: 'place',
  title: {
    ru: 'место[; магазины {storeCodes}][; регионы {regionCodes}][; форматы {formatCodes}][; партнёры {partnerCodes}]',
    en: 'place[; stores {storeCodes}][; regions {regionCodes}][; formats {formatCodes}][; partners {partnerCodes}]',
  },
  params: Type.Object(
    {
      storeCodes: Type.Optional(codesParam({ ru: 'Магазины', en: 'Stores' }, 'store')),
      regionCodes: Type.Optional(codesParam({ ru: 'Регионы', en: 'Regions' }, 'region')),
      formatCodes: Type.Optional(codesParam({ ru: 'Форматы', en: 'Formats' }, 'format')),
      partnerCodes: Type.Optional(codesParam({ ru: 'Партнёры', en: 'Partners' }, 'partner')),
    },
    CLOSED,
  ),
  needs: ['place'],
  prepare: (params) => ({
    stores: new Set(params.storeCodes),
    regions: new Set(params.regionCodes),
    formats: new Set(params.formatCodes),
    partners: new Set(params.partnerCodes),
  }),
  check: (lists, facts) => {
    const { storeCode, regionCode, formatCode, partnerCode } = facts.place;
    const isHere =
      lists.stores.has(storeCode) ||
      lists.regions.has(regionCode) ||
      lists.formats.has(formatCode) ||
      lists.partners.has(partnerCode);
    return isHere ? MET : () => elsewhere(facts);
  },
  problems: (params): readonly ParamProblem[] => {
    if (Object.keys(params).length > 0) return [];
    const text = { ru: 'Назовите хотя бы одно место.', en: 'Name at least one place.' };
    return [{ field: 'storeCodes', code: 'no-place-named', text }];
  },
});

function elsewhere(facts: Facts) {
  const store = facts.place.storeCode;
  return reason('wrong-place', {
    ru: `магазин ${store} не участвует`,
    en: `store ${store} does not take part`,
  });
}
