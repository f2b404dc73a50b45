import { type Static, Type } from 'typebox';
import { KopecksShape, TextShape } from '#shared/schema.ts';

/** Everything about the coalition's places and goods, small enough to travel whole. */
export const DirectoryAnswerShape = Type.Object({
  version: Type.Integer({ minimum: 1, description: 'Grows with every change' }),
  partners: Type.Array(Type.Object({ code: Type.String(), title: TextShape })),
  stores: Type.Array(
    Type.Object({
      code: Type.String(),
      title: TextShape,
      city: TextShape,
      partnerCode: Type.String(),
      regionCode: Type.String(),
      formatCode: Type.String(),
      zone: Type.String({ description: 'IANA time zone' }),
      terminals: Type.Array(Type.Object({ code: Type.String(), isBlocked: Type.Boolean() })),
    }),
  ),
  groups: Type.Array(
    Type.Object({
      code: Type.String(),
      parentCode: Type.Union([Type.String(), Type.Null()]),
      title: TextShape,
    }),
  ),
  goods: Type.Array(
    Type.Object({
      sku: Type.String(),
      groupCode: Type.String(),
      title: TextShape,
      priceKopecks: KopecksShape({ description: 'Price of one whole unit' }),
      isWeighed: Type.Boolean({ description: 'true: sold by weight, fractions make sense' }),
    }),
  ),
});

export type DirectoryAnswer = Static<typeof DirectoryAnswerShape>;
export type DirectoryStore = DirectoryAnswer['stores'][number];
export type DirectoryGoods = DirectoryAnswer['goods'][number];
