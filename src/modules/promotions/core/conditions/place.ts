import { Type } from 'typebox';
import type { PlaceFacts } from '../facts.ts';
import { defineCondition, FAR, MET } from '../language/condition.ts';
import { CLOSED, codesParam } from '../language/params.ts';
import { NO_PLACE } from '../play/whys.ts';

/** The store is on any of the lists: by its own code, region, format, city, brand, company. */
export const place = defineCondition({
  code: 'place',
  title: {
    ru: 'место[; магазины {storeCodes}][; регионы {regionCodes}][; форматы {formatCodes}][; города {cityCodes}][; вывески {brandCodes}][; партнёры {partnerCodes}][; юрлица {legalEntityCodes}]',
    en: 'place[; stores {storeCodes}][; regions {regionCodes}][; formats {formatCodes}][; cities {cityCodes}][; brands {brandCodes}][; partners {partnerCodes}][; legal entities {legalEntityCodes}]',
  },
  params: Type.Object(
    {
      storeCodes: Type.Optional(codesParam({ ru: 'Магазины', en: 'Stores' }, 'store')),
      regionCodes: Type.Optional(codesParam({ ru: 'Регионы', en: 'Regions' }, 'region')),
      formatCodes: Type.Optional(codesParam({ ru: 'Форматы', en: 'Formats' }, 'format')),
      cityCodes: Type.Optional(codesParam({ ru: 'Города', en: 'Cities' }, 'city')),
      brandCodes: Type.Optional(codesParam({ ru: 'Вывески', en: 'Store brands' }, 'store-brand')),
      partnerCodes: Type.Optional(codesParam({ ru: 'Партнёры', en: 'Partners' }, 'partner')),
      legalEntityCodes: Type.Optional(
        codesParam({ ru: 'Юрлица', en: 'Legal entities' }, 'legal-entity'),
      ),
    },
    CLOSED,
  ),
  class: 'place',
  needs: ['place'],
  prepare: (params) => ({
    stores: new Set(params.storeCodes),
    regions: new Set(params.regionCodes),
    formats: new Set(params.formatCodes),
    cities: new Set(params.cityCodes),
    brands: new Set(params.brandCodes),
    partners: new Set(params.partnerCodes),
    entities: new Set(params.legalEntityCodes),
  }),
  check: (lists, facts) => (facts.place !== null && isOn(lists, facts.place) ? MET : FAR),
  why: (_params, { facts }) => {
    if (facts.place === null) return NO_PLACE;
    const store = facts.place.storeCode;
    const text = {
      ru: `магазин ${store} не участвует`,
      en: `store ${store} does not take part`,
    };
    return { code: 'wrong-place', text };
  },
  problems: (params) => {
    if (Object.keys(params).length > 0) return [];
    const text = { ru: 'Назовите хотя бы одно место.', en: 'Name at least one place.' };
    return [{ field: 'storeCodes', code: 'no-place-named', text }];
  },
});

type Codes = ReadonlySet<string>;
type Lists = {
  readonly stores: Codes;
  readonly regions: Codes;
  readonly formats: Codes;
  readonly cities: Codes;
  readonly brands: Codes;
  readonly partners: Codes;
  readonly entities: Codes;
};

function isOn(lists: Lists, store: PlaceFacts): boolean {
  return (
    lists.stores.has(store.storeCode) ||
    lists.regions.has(store.regionCode) ||
    lists.formats.has(store.formatCode) ||
    lists.partners.has(store.partnerCode) ||
    has(lists.cities, store.cityCode) ||
    has(lists.brands, store.brandCode) ||
    has(lists.entities, store.legalEntityCode)
  );
}

function has(codes: Codes, code: string | undefined): boolean {
  return code !== undefined && codes.has(code);
}
