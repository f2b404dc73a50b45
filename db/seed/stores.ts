import type { Text } from '#shared/text.ts';

/** A brand of the demo coalition. */
export type SeedPartner = { readonly code: string; readonly title: Text };

/** A shop of the demo coalition; its terminals are `CODE-01` … by count. */
export type SeedStore = {
  readonly code: string;
  readonly partnerCode: string;
  readonly title: Text;
  readonly city: Text;
  readonly regionCode: string;
  readonly formatCode: string;
  readonly zone: string;
  readonly terminals: number;
};

export const PARTNERS: readonly SeedPartner[] = [
  { code: 'gastronom', title: { ru: 'Гастроном «Сытый кот»', en: 'Sated Cat Grocery' } },
  { code: 'aroma', title: { ru: 'Парфюмерия «Аромат»', en: 'Aroma Perfumery' } },
  { code: 'azs', title: { ru: 'АЗС «Полный бак»', en: 'Full Tank Fuel' } },
];

type Place = readonly [city: string, cityEn: string, region: string, zone: string];

/** The cities, west to east: all eleven time zones of Russia. */
const CITIES = {
  kgd: ['Калининград', 'Kaliningrad', 'RU-KGD', 'Europe/Kaliningrad'],
  msk: ['Москва', 'Moscow', 'RU-MOW', 'Europe/Moscow'],
  spb: ['Санкт-Петербург', 'Saint Petersburg', 'RU-SPE', 'Europe/Moscow'],
  sam: ['Самара', 'Samara', 'RU-SAM', 'Europe/Samara'],
  ekb: ['Екатеринбург', 'Yekaterinburg', 'RU-SVE', 'Asia/Yekaterinburg'],
  oms: ['Омск', 'Omsk', 'RU-OMS', 'Asia/Omsk'],
  nsk: ['Новосибирск', 'Novosibirsk', 'RU-NVS', 'Asia/Novosibirsk'],
  kja: ['Красноярск', 'Krasnoyarsk', 'RU-KYA', 'Asia/Krasnoyarsk'],
  ikt: ['Иркутск', 'Irkutsk', 'RU-IRK', 'Asia/Irkutsk'],
  yks: ['Якутск', 'Yakutsk', 'RU-SA', 'Asia/Yakutsk'],
  vvo: ['Владивосток', 'Vladivostok', 'RU-PRI', 'Asia/Vladivostok'],
  gdx: ['Магадан', 'Magadan', 'RU-MAG', 'Asia/Magadan'],
  pkc: ['Петропавловск-Камчатский', 'Petropavlovsk-Kamchatsky', 'RU-KAM', 'Asia/Kamchatka'],
} as const satisfies Record<string, Place>;

type Row = readonly [
  code: string,
  partner: string,
  city: keyof typeof CITIES,
  street: string,
  streetEn: string,
  format: string,
  terminals: number,
];

const ROWS: readonly Row[] = [
  ['KGD1', 'gastronom', 'kgd', 'Ленинский проспект', 'Leninsky Avenue', 'market', 3],
  ['MSK1', 'gastronom', 'msk', 'Тверская', 'Tverskaya', 'hyper', 5],
  ['MSK2', 'gastronom', 'msk', 'Чертаново', 'Chertanovo', 'market', 4],
  ['SAM1', 'gastronom', 'sam', 'Самарская площадь', 'Samara Square', 'market', 3],
  ['EKB1', 'gastronom', 'ekb', 'Площадь 1905 года', '1905 Square', 'hyper', 4],
  ['OMS1', 'gastronom', 'oms', 'Улица Ленина', 'Lenina Street', 'market', 3],
  ['KJA1', 'gastronom', 'kja', 'Проспект Мира', 'Mira Avenue', 'market', 3],
  ['IKT1', 'gastronom', 'ikt', 'Улица Урицкого', 'Uritskogo Street', 'corner', 3],
  ['YKS1', 'gastronom', 'yks', 'Проспект Ленина', 'Lenina Avenue', 'corner', 3],
  ['VVO1', 'gastronom', 'vvo', 'Светланская', 'Svetlanskaya', 'market', 3],
  ['GDX1', 'gastronom', 'gdx', 'Якутская', 'Yakutskaya', 'corner', 3],
  ['PKC1', 'gastronom', 'pkc', 'Ленинградская', 'Leningradskaya', 'corner', 3],
  ['MSK7', 'aroma', 'msk', 'Кузнецкий Мост', 'Kuznetsky Most', 'boutique', 3],
  ['SPB7', 'aroma', 'spb', 'Невский проспект', 'Nevsky Avenue', 'boutique', 3],
  ['EKB7', 'aroma', 'ekb', 'Улица Вайнера', 'Vaynera Street', 'boutique', 3],
  ['MSK9', 'azs', 'msk', 'МКАД, 14-й километр', 'Ring Road, 14th km', 'fuel', 3],
  ['NSK9', 'azs', 'nsk', 'Бердское шоссе', 'Berdskoye Highway', 'fuel', 3],
  ['VVO9', 'azs', 'vvo', 'Улица Снеговая', 'Snegovaya Street', 'fuel', 3],
];

export const STORES: readonly SeedStore[] = ROWS.map(
  ([code, partnerCode, cityKey, street, streetEn, formatCode, terminals]) => {
    const [city, cityEn, regionCode, zone] = CITIES[cityKey];
    return {
      code,
      partnerCode,
      title: { ru: `${city}, ${street}`, en: `${cityEn}, ${streetEn}` },
      city: { ru: city, en: cityEn },
      regionCode,
      formatCode,
      zone,
      terminals,
    };
  },
);

/** The codes of a store's terminals: `KGD1-01`, `KGD1-02` … */
export function terminalCodes(store: SeedStore): readonly string[] {
  return Array.from(
    { length: store.terminals },
    (_, place) => `${store.code}-${String(place + 1).padStart(2, '0')}`,
  );
}
