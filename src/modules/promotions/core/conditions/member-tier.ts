import { Type } from 'typebox';
import { defineCondition, MET, reason } from '../condition.ts';
import { notIdentified } from '../member-reasons.ts';
import { CLOSED, codesParam } from '../params.ts';

/** The member is in one of these tiers. */
export const memberTier = defineCondition({
  code: 'member-tier',
  title: { ru: 'уровень участника {tierCodes}', en: 'member’s tier is {tierCodes}' },
  params: Type.Object({ tierCodes: codesParam({ ru: 'Уровни', en: 'Tiers' }, 'tier') }, CLOSED),
  needs: ['member'],
  prepare: (params) => new Set(params.tierCodes),
  check: (tiers, { member }) => {
    if (member === null) return notIdentified;
    return tiers.has(member.tierCode) ? MET : () => wrongTier(tiers);
  },
});

function wrongTier(tiers: ReadonlySet<string>) {
  const names = [...tiers].join(', ');
  return reason('wrong-tier', {
    ru: `только для уровней: ${names}`,
    en: `only for tiers: ${names}`,
  });
}
