import { type Static, Type } from 'typebox';
import { CodeShape, InstantShape } from '#shared/schema.ts';

const closed = { additionalProperties: false } as const;

export const LoginRequestShape = Type.Object(
  {
    login: Type.String({
      minLength: 3,
      maxLength: 120,
      description: 'Log-in; case does not matter',
    }),
    password: Type.String({ minLength: 1, maxLength: 200 }),
  },
  closed,
);

export const RoleShape = Type.Union([
  Type.Literal('admin'),
  Type.Literal('marketer'),
  Type.Literal('operator'),
  Type.Literal('supervisor'),
  Type.Literal('security'),
  Type.Literal('analyst'),
]);

/** Answer of log-in and of `GET /session`: who sits at the screen and what the screen may show. */
export const SessionAnswerShape = Type.Object({
  person: Type.Object({
    login: Type.String(),
    name: Type.String(),
    roles: Type.Array(RoleShape),
  }),
  rights: Type.Array(Type.String(), { description: 'Rights of all roles together, sorted' }),
  csrf: Type.String({ description: 'Send it as X-Csrf with every POST, PUT, PATCH and DELETE' }),
  locale: Type.Union([Type.Literal('ru'), Type.Literal('en')]),
  expiresAt: InstantShape({ description: 'When the session ends whatever happens' }),
});

export const CreateApiKeyRequestShape = Type.Object(
  {
    title: Type.String({ minLength: 1, maxLength: 100, description: 'What the key is for' }),
    rights: Type.Array(CodeShape({ description: 'Right' }), { minItems: 1, maxItems: 16 }),
    partnerCode: Type.Optional(CodeShape({ description: 'Narrows the key to one partner' })),
  },
  closed,
);

export const ApiKeyShape = Type.Object({
  keyId: Type.String({ description: 'Id of the key; not the secret' }),
  title: Type.String(),
  tail: Type.String({ description: 'Last four characters of the secret' }),
  rights: Type.Array(Type.String()),
  partnerCode: Type.Union([Type.String(), Type.Null()]),
  createdBy: Type.String({ description: 'Log-in of the maker' }),
  createdAt: InstantShape({ description: 'When it was made' }),
  revokedAt: Type.Union([InstantShape({ description: 'When it was revoked' }), Type.Null()]),
});

export const CreateApiKeyAnswerShape = Type.Object({
  key: ApiKeyShape,
  secret: Type.String({ description: 'The key itself, kpk_…; shown this once' }),
});

export const ApiKeyListShape = Type.Object({
  keys: Type.Array(ApiKeyShape),
  nextCursor: Type.Union([Type.String(), Type.Null()]),
});

export const ApiKeyListQueryShape = Type.Object(
  {
    cursor: Type.Optional(Type.String({ maxLength: 200 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  },
  closed,
);

export const ApiKeyParamsShape = Type.Object({ keyId: Type.String({ format: 'uuid' }) }, closed);

export type Role = Static<typeof RoleShape>;
export type LoginRequest = Static<typeof LoginRequestShape>;
export type SessionAnswer = Static<typeof SessionAnswerShape>;
export type CreateApiKeyRequest = Static<typeof CreateApiKeyRequestShape>;
export type CreateApiKeyAnswer = Static<typeof CreateApiKeyAnswerShape>;
export type ApiKey = Static<typeof ApiKeyShape>;
export type ApiKeyList = Static<typeof ApiKeyListShape>;
export type ApiKeyListQuery = Static<typeof ApiKeyListQueryShape>;
