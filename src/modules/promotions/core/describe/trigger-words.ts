import type { Text } from '#shared/text.ts';
import type { Trigger } from '../language/triggers.ts';
import { sameWords } from './words.ts';

/** What happens, in words that follow «когда» and "when"; a code of no trigger stands for itself. */
export function triggerWords(trigger: string): Text {
  return (
    Object.entries(TRIGGER_WORDS).find(([code]) => code === trigger)?.[1] ?? sameWords(trigger)
  );
}

/** Words by code, one for each. */
export const TRIGGER_WORDS: Readonly<Record<Trigger, Text>> = {
  receipt: { ru: 'чек', en: 'a receipt comes' },
  'receipt.cancel': { ru: 'чек отменён', en: 'a receipt is cancelled' },
  'receipt.return': { ru: 'товар возвращён', en: 'goods come back' },
  'balance.request': { ru: 'спросили баланс', en: 'the balance is asked for' },
  'member.registered': { ru: 'участник зарегистрирован', en: 'a member has registered' },
  'member.register-begin': { ru: 'регистрация начата', en: 'a registration begins' },
  'member.attribute-changed': { ru: 'анкета изменена', en: 'the profile changes' },
  'member.subscription-changed': { ru: 'подписка изменена', en: 'a subscription changes' },
  'member.state-changed': { ru: 'состояние участника изменено', en: 'the member’s state changes' },
  'member.merged': { ru: 'участники объединены', en: 'members are merged' },
  'contact.linked': { ru: 'контакт привязан', en: 'a contact is linked' },
  'card.changed': { ru: 'карта изменена', en: 'the card changes' },
  'wallet.installed': { ru: 'карта добавлена в кошелёк', en: 'the card is put into a wallet' },
  'app.installed': { ru: 'приложение установлено', en: 'the app is installed' },
  'questionnaire.updated': { ru: 'опрос заполнен', en: 'a questionnaire is filled in' },
  'date.reached': { ru: 'наступила дата', en: 'a date is reached' },
  'schedule.tick': { ru: 'по расписанию', en: 'the schedule says so' },
  'lot.activated': { ru: 'баллы стали активны', en: 'points become active' },
  'lot.expiring': { ru: 'баллы скоро сгорят', en: 'points are about to burn' },
  'lot.expired': { ru: 'баллы сгорели', en: 'points have burnt' },
  'manual.credit': { ru: 'начислено вручную', en: 'points are credited by hand' },
  'manual.debit': { ru: 'списано вручную', en: 'points are debited by hand' },
  'tier.assessed': { ru: 'уровень пересчитан', en: 'the tier is assessed' },
  'tier.changed': { ru: 'уровень изменён', en: 'the tier changes' },
  'coupon.issued': { ru: 'купон выдан', en: 'a coupon is issued' },
  'coupon.bought': { ru: 'купон куплен', en: 'a coupon is bought' },
  'coupon.refunded': { ru: 'купон возвращён', en: 'a coupon is refunded' },
  'coupon.used': { ru: 'купон использован', en: 'a coupon is used' },
  'certificate.sold': { ru: 'сертификат продан', en: 'a certificate is sold' },
  'certificate.paid': { ru: 'оплачено сертификатом', en: 'a certificate pays' },
  'certificate.cancelled': { ru: 'сертификат отменён', en: 'a certificate is cancelled' },
  'certificate.refunded': { ru: 'сертификат возвращён', en: 'a certificate is refunded' },
  'reward.ordered': { ru: 'награда заказана', en: 'a reward is ordered' },
  'reward.delivered': { ru: 'награда выдана', en: 'a reward is delivered' },
  'reward.cancelled': { ru: 'награда отменена', en: 'a reward is cancelled' },
  'referral.invited': { ru: 'друг приглашён', en: 'a friend is invited' },
  'referral.registered': { ru: 'друг зарегистрирован', en: 'a friend has registered' },
  'referral.purchased': { ru: 'друг сделал покупку', en: 'a friend has bought' },
  'social.action': { ru: 'действие в соцсети', en: 'something is done in a social network' },
  'site.event': { ru: 'событие сайта', en: 'something happens on the web site' },
  'custom.event': { ru: 'своё событие', en: 'an event of one’s own comes' },
  'segment.entered': { ru: 'участник вошёл в сегмент', en: 'the member enters a segment' },
  'segment.left': { ru: 'участник вышел из сегмента', en: 'the member leaves a segment' },
  'promo.opted-in': { ru: 'предложение включено', en: 'an offer is opted in to' },
  'counter.reached': { ru: 'счётчик достиг цели', en: 'a counter reaches its goal' },
  'case.closed': { ru: 'обращение закрыто', en: 'a case is closed' },
  'partner.transaction': { ru: 'операция партнёра', en: 'a partner’s transaction comes' },
};
