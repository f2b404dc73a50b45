/** A member's points as the product has them, in the words of the twin. */
export type View = {
  readonly accounts: readonly ViewAccount[];
  /** Oldest first; those without points too. */
  readonly lots: readonly ViewLot[];
  /** In order of number, one currency after another. */
  readonly entries: readonly ViewEntry[];
  readonly holds: readonly ViewHold[];
};

export type ViewAccount = {
  readonly currencyCode: string;
  readonly balance: number;
  readonly debt: number;
  readonly held: number;
  readonly unspendable: number;
  /** When `unspendable` may next change; null = never. */
  readonly changesAt: number | null;
  readonly isExpirySuspended: boolean;
  readonly seq: number;
};

export type ViewLot = {
  readonly id: string;
  readonly currencyCode: string;
  readonly amount: number;
  readonly remaining: number;
  readonly held: number;
  readonly earnedAt: number;
  readonly activeFrom: number;
  readonly awaits: string | null;
  readonly expiresAt: number | null;
  readonly lifetime: string | null;
  readonly receiptId: string | null;
  readonly promotionCode: string;
  readonly partnerCode: string;
  readonly funderCode: string;
};

export type ViewEntry = {
  readonly currencyCode: string;
  readonly seq: number;
  readonly operationId: string;
  readonly kind: string;
  readonly amount: number;
  readonly heldChange: number;
  readonly balanceAfter: number;
  readonly debtAfter: number;
  readonly contraAccount: string;
  readonly lots: readonly { readonly id: string; readonly amount: number }[];
};

export type ViewHold = {
  readonly id: string;
  readonly currencyCode: string;
  readonly amount: number;
  readonly captured: number;
  readonly state: string;
  readonly lapsesAt: number;
  readonly lots: readonly { readonly id: string; readonly amount: number }[];
};
