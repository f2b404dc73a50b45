import type { Text } from '#shared/text.ts';

/** A node of the goods tree. */
export type SeedGroup = {
  readonly code: string;
  readonly parentCode: string | null;
  readonly title: Text;
};

/** An article; the price is per piece, or per kilogram or litre when `isWeighed`. */
export type SeedGoods = {
  readonly sku: string;
  readonly groupCode: string;
  readonly title: Text;
  readonly priceKopecks: number;
  readonly isWeighed: boolean;
};

type GroupRow = readonly [code: string, parent: string | null, ru: string, en: string];

const GROUP_ROWS: readonly GroupRow[] = [
  ['food', null, 'Продукты', 'Food'],
  ['dairy', 'food', 'Молочное', 'Dairy'],
  ['cheese', 'dairy', 'Сыры', 'Cheese'],
  ['bakery', 'food', 'Хлеб и выпечка', 'Bread and pastry'],
  ['produce', 'food', 'Овощи и фрукты', 'Fruit and vegetables'],
  ['meat', 'food', 'Мясо и птица', 'Meat and poultry'],
  ['grocery', 'food', 'Бакалея', 'Dry groceries'],
  ['drinks', 'food', 'Напитки', 'Drinks'],
  ['sweets', 'food', 'Сладости', 'Sweets'],
  ['tobacco', null, 'Табак', 'Tobacco'],
  ['perfume', null, 'Парфюмерия', 'Perfume'],
  ['care', null, 'Уход', 'Skin and body care'],
  ['fuel', null, 'Топливо', 'Fuel'],
  ['cafe', null, 'Кафе', 'Café'],
];

export const GROUPS: readonly SeedGroup[] = GROUP_ROWS.map(([code, parentCode, ru, en]) => ({
  code,
  parentCode,
  title: { ru, en },
}));

type GoodsRow = readonly [sku: string, roubles: number, ru: string, en: string, by?: 'weight'];

/** Prices in roubles as on the shelf in 2026. */
const SHELVES: Readonly<Record<string, readonly GoodsRow[]>> = {
  dairy: [
    ['milk-25', 94.9, 'Молоко 2,5 %, 0,93 л', 'Milk 2.5 %, 0.93 l'],
    ['kefir-1', 89.9, 'Кефир 1 %, 0,93 л', 'Kefir 1 %, 0.93 l'],
    ['curd-5', 119.9, 'Творог 5 %, 200 г', 'Curd 5 %, 200 g'],
    ['cream-20', 109.9, 'Сметана 20 %, 300 г', 'Sour cream 20 %, 300 g'],
    ['butter-82', 219.9, 'Масло сливочное 82,5 %, 180 г', 'Butter 82.5 %, 180 g'],
    ['yogurt-straw', 54.9, 'Йогурт клубничный, 125 г', 'Strawberry yogurt, 125 g'],
  ],
  cheese: [
    ['cheese-ross', 899, 'Сыр Российский, вес', 'Rossiysky cheese, by weight', 'weight'],
    ['cheese-gouda', 199.9, 'Сыр Гауда, 200 г', 'Gouda, 200 g'],
    ['cheese-brie', 329.9, 'Бри, 125 г', 'Brie, 125 g'],
    ['cheese-parm', 1490, 'Пармезан, вес', 'Parmesan, by weight', 'weight'],
    ['cheese-sulu', 249.9, 'Сулугуни, 280 г', 'Suluguni, 280 g'],
  ],
  bakery: [
    ['bread-borod', 62.9, 'Хлеб Бородинский', 'Borodinsky rye bread'],
    ['loaf-cut', 54.9, 'Батон нарезной', 'Sliced white loaf'],
    ['croissant', 79.9, 'Круассан', 'Croissant'],
    ['lavash', 49.9, 'Лаваш тонкий', 'Thin lavash'],
  ],
  produce: [
    ['potato', 49.9, 'Картофель, вес', 'Potatoes, by weight', 'weight'],
    ['tomato', 259.9, 'Томаты, вес', 'Tomatoes, by weight', 'weight'],
    ['cucumber', 189.9, 'Огурцы, вес', 'Cucumbers, by weight', 'weight'],
    ['apple', 149.9, 'Яблоки Гала, вес', 'Gala apples, by weight', 'weight'],
    ['banana', 159.9, 'Бананы, вес', 'Bananas, by weight', 'weight'],
    ['orange', 169.9, 'Апельсины, вес', 'Oranges, by weight', 'weight'],
  ],
  meat: [
    ['chicken', 289.9, 'Курица охлаждённая, вес', 'Chilled chicken, by weight', 'weight'],
    ['pork-neck', 549.9, 'Шея свиная, вес', 'Pork neck, by weight', 'weight'],
    ['beef-mince', 449.9, 'Фарш говяжий, 400 г', 'Minced beef, 400 g'],
    ['sausage-doc', 389.9, 'Колбаса Докторская, 400 г', 'Doktorskaya sausage, 400 g'],
    ['salmon', 1799, 'Сёмга, вес', 'Salmon, by weight', 'weight'],
  ],
  grocery: [
    ['buckwheat', 79.9, 'Гречка, 800 г', 'Buckwheat, 800 g'],
    ['rice', 119.9, 'Рис, 800 г', 'Rice, 800 g'],
    ['pasta', 89.9, 'Макароны, 450 г', 'Pasta, 450 g'],
    ['oil-sun', 134.9, 'Масло подсолнечное, 1 л', 'Sunflower oil, 1 l'],
    ['sugar', 74.9, 'Сахар, 1 кг', 'Sugar, 1 kg'],
    ['eggs-10', 119.9, 'Яйца С1, 10 шт.', 'Eggs, 10 pieces'],
    ['tea-black', 189.9, 'Чай чёрный, 100 пак.', 'Black tea, 100 bags'],
    ['coffee-250', 549.9, 'Кофе в зёрнах, 250 г', 'Coffee beans, 250 g'],
  ],
  drinks: [
    ['water-15', 59.9, 'Вода, 1,5 л', 'Water, 1.5 l'],
    ['juice-apple', 139.9, 'Сок яблочный, 1 л', 'Apple juice, 1 l'],
    ['kvass', 99.9, 'Квас, 1,5 л', 'Kvass, 1.5 l'],
    ['mors', 129.9, 'Морс клюквенный, 1 л', 'Cranberry mors, 1 l'],
  ],
  sweets: [
    ['choc-dark', 129.9, 'Шоколад тёмный, 90 г', 'Dark chocolate, 90 g'],
    ['zefir', 159.9, 'Зефир, 300 г', 'Zefir, 300 g'],
    ['cookies', 109.9, 'Печенье овсяное, 400 г', 'Oat cookies, 400 g'],
    ['icecream', 69.9, 'Пломбир, 80 г', 'Ice cream, 80 g'],
  ],
  tobacco: [['cigarettes', 239, 'Сигареты', 'Cigarettes']],
  perfume: [
    ['edp-rose', 6990, 'Парфюмерная вода «Роза», 50 мл', 'Eau de parfum Rose, 50 ml'],
    ['edp-oud', 9490, 'Парфюмерная вода «Уд», 50 мл', 'Eau de parfum Oud, 50 ml'],
    ['edt-citrus', 3490, 'Туалетная вода «Цитрус», 100 мл', 'Eau de toilette Citrus, 100 ml'],
    ['edt-sea', 2990, 'Туалетная вода «Море», 100 мл', 'Eau de toilette Sea, 100 ml'],
    ['mini-set', 1990, 'Набор миниатюр', 'Set of miniatures'],
  ],
  care: [
    ['cream-hand', 390, 'Крем для рук, 75 мл', 'Hand cream, 75 ml'],
    ['shampoo', 590, 'Шампунь, 400 мл', 'Shampoo, 400 ml'],
    ['mask-face', 249, 'Маска тканевая', 'Sheet mask'],
    ['serum', 1890, 'Сыворотка, 30 мл', 'Serum, 30 ml'],
  ],
  fuel: [
    ['ai-92', 59.8, 'Бензин АИ-92, литр', 'Petrol 92, litre', 'weight'],
    ['ai-95', 64.7, 'Бензин АИ-95, литр', 'Petrol 95, litre', 'weight'],
    ['ai-100', 89.9, 'Бензин АИ-100, литр', 'Petrol 100, litre', 'weight'],
    ['diesel', 72.4, 'Дизельное топливо, литр', 'Diesel, litre', 'weight'],
  ],
  cafe: [
    ['cafe-latte', 199, 'Латте, 300 мл', 'Latte, 300 ml'],
    ['cafe-hotdog', 229, 'Хот-дог', 'Hot dog'],
    ['cafe-washer', 349, 'Омыватель стёкол, 4 л', 'Screen wash, 4 l'],
  ],
};

export const GOODS: readonly SeedGoods[] = Object.entries(SHELVES).flatMap(([groupCode, rows]) =>
  rows.map(([sku, roubles, ru, en, by]) => ({
    sku,
    groupCode,
    title: { ru, en },
    priceKopecks: Math.round(roubles * 100),
    isWeighed: by === 'weight',
  })),
);

/** What each partner sells: the groups that a basket there is drawn from. */
export const ASSORTMENT: Readonly<Record<string, readonly string[]>> = {
  gastronom: [
    'dairy',
    'cheese',
    'bakery',
    'produce',
    'meat',
    'grocery',
    'drinks',
    'sweets',
    'tobacco',
  ],
  aroma: ['perfume', 'care'],
  azs: ['fuel', 'cafe'],
};
