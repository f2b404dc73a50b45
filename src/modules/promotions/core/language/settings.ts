import { type Static, Type } from 'typebox';
import { AMOUNT_MAX } from '#shared/schema.ts';
import { OnReturnWordShape } from './rule.ts';
import { codeShape, shareShape } from './shapes.ts';
import { CutOrderShape, PolicyShape } from './stacking-shape.ts';

const codesOrAll = (description: string) =>
  Type.Optional(Type.Array(codeShape('Code of a promotion'), { maxItems: 10_000, description }));

/** What holds for all promotions of a rule set, unless one says otherwise within its rights. */
export const SettingsShape = Type.Object(
  {
    policy: PolicyShape,
    percentRounding: Type.Union([Type.Literal('near'), Type.Literal('down')]),
    floorUnitKopecks: Type.Integer({ minimum: 0, maximum: AMOUNT_MAX, 'x-unit': 'kopecks' }),
    floorBasisPoints: Type.Integer({ minimum: 0, maximum: 10_000, 'x-unit': 'basis-points' }),
    lineCapBasisPoints: shareShape('Discounts of a line, of its gross'),
    receiptCapBasisPoints: shareShape('Discounts of a receipt, of its gross'),
    cutOrder: CutOrderShape,
    redemptionCapBasisPoints: shareShape('What points may pay of a receipt, all currencies'),
    pointsPayFloor: Type.Boolean({ description: 'true: points pay the part below a floor too' }),
    externalDiscount: Type.Union([Type.Literal('counts'), Type.Literal('ignored')]),
    onReturn: OnReturnWordShape,
    funderCode: codeShape('Who pays when nobody is named'),
    dealNodes: Type.Integer({ minimum: 1, maximum: 10_000_000 }),
    mayAlways: codesOrAll('Promotions that may be isAlways; absent = all'),
    mayExcludeAll: codesOrAll('Promotions that may exclude all others; absent = all'),
  },
  { additionalProperties: false },
);

export type Settings = Static<typeof SettingsShape>;

/** The settings of a programme that has none of its own. */
export const DEFAULT_SETTINGS: Settings = {
  policy: 'sum',
  percentRounding: 'near',
  floorUnitKopecks: 0,
  floorBasisPoints: 0,
  lineCapBasisPoints: 10_000,
  receiptCapBasisPoints: 10_000,
  cutOrder: 'last-first',
  redemptionCapBasisPoints: 10_000,
  pointsPayFloor: false,
  externalDiscount: 'counts',
  onReturn: 'proportional',
  funderCode: 'operator',
  dealNodes: 20_000,
};
