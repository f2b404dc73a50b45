import { present } from '#shared/assert.ts';
import type { Lot, LotShare } from './lot.ts';
import type { NewLot } from './post.ts';
import type { Cargo, CargoLot } from './transit.ts';

/**
 * What left the lots, as it travels.
 * @param shares as the entry that sent them has them, amounts < 0
 * @param lots   among which they are
 */
export function cargoLots(shares: readonly LotShare[], lots: readonly Lot[]): CargoLot[] {
  const lotById = new Map(lots.map((lot) => [lot.id, lot]));
  return shares.map(({ id, amount }) => {
    const lot = present(lotById.get(id), `lot ${id} of a cargo`);
    return {
      fromLotId: id,
      points: -amount,
      earnedAt: lot.earnedAt,
      activeFrom: lot.activeFrom,
      awaits: lot.awaits,
      expiresAt: lot.expiresAt,
      lifetime: lot.lifetime,
      receiptId: lot.receiptId,
      promotionCode: lot.promotionCode,
      partnerCode: lot.partnerCode,
      funderCode: lot.funderCode,
    };
  });
}

/** The lots that cargo opens where it arrives: everything is kept but the ids. */
export function arrivingLots(lots: readonly CargoLot[], newLotId: () => string): NewLot[] {
  return lots.map(({ fromLotId: _fromLotId, ...kept }) => ({ id: newLotId(), ...kept }));
}

/** Points of cargo lots together. */
export function pointsIn(lots: readonly CargoLot[]): number {
  return lots.reduce((sum, lot) => sum + lot.points, 0);
}

/** What answers say of cargo, by currency. */
export function cargoFacts(cargo: Cargo) {
  return cargo.map(({ currencyCode, debt, lots }) => ({
    currencyCode,
    points: pointsIn(lots),
    debtPoints: debt,
  }));
}
