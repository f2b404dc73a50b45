import { Type } from 'typebox';

/** Code of a promotion, a stacking group, a party, a limit. */
export const codeShape = (description: string) =>
  Type.String({ pattern: '^[a-z0-9][a-z0-9._-]{0,63}$', description });

/** A list of promotion codes. */
export const codeListShape = (description: string) =>
  Type.Array(codeShape('Code of a promotion'), { minItems: 1, maxItems: 100, description });

/** Words in both languages, none empty. */
export const wordsShape = (maxLength: number) =>
  Type.Object(
    {
      ru: Type.String({ minLength: 1, maxLength }),
      en: Type.String({ minLength: 1, maxLength }),
    },
    { additionalProperties: false },
  );

/** A name for people. */
export const nameShape = (description: string) => ({ ...wordsShape(200), description });

/** A share in basis points, 1 … 10,000. */
export const shareShape = (description: string) =>
  Type.Integer({ minimum: 1, maximum: 10_000, 'x-unit': 'basis-points', description });

/** Parties and what share each of them pays. */
export const sharesShape = (description: string) =>
  Type.Array(
    Type.Object(
      {
        partyCode: codeShape('Who pays: the operator, a partner, a supplier'),
        shareBasisPoints: shareShape('Share of the cost'),
      },
      { additionalProperties: false },
    ),
    { minItems: 1, maxItems: 16, description },
  );
