import { refusals } from '#shared/refusal.ts';

/** What the staff's door refuses, and what the caller should do about it. */
export const refuse = refusals({
  /** No session and no key, or one that is over, revoked or unknown. */
  'not-signed-in': {
    status: 401,
    text: {
      ru: 'Вход не выполнен или сеанс закончился.',
      en: 'Not signed in, or the session is over.',
    },
    remedy: { ru: 'Войдите снова.', en: 'Log in again.' },
  },
  /** Unknown log-in, wrong password and blocked person alike: the answer does not tell which. */
  'wrong-login-or-password': {
    status: 401,
    text: { ru: 'Логин или пароль не подходит.', en: 'The log-in or the password is wrong.' },
    remedy: {
      ru: 'Проверьте раскладку и попробуйте снова.',
      en: 'Check the keyboard and try again.',
    },
  },
  /** `Retry-After` says how long; details.retryAfterSeconds repeats it. */
  'too-many-attempts': {
    status: 429,
    text: { ru: 'Слишком много попыток входа.', en: 'Too many attempts to log in.' },
    remedy: { ru: 'Подождите и попробуйте снова.', en: 'Wait, then try again.' },
  },
  /** details.right names it. */
  'right-missing': {
    status: 403,
    text: { ru: 'На это у вас нет права.', en: 'You have no right to do this.' },
    remedy: {
      ru: 'Попросите администратора дать роль.',
      en: 'Ask the administrator for the role.',
    },
  },
  /** An unsafe method without the token that `GET /session` gives. */
  'csrf-token-wrong': {
    status: 403,
    text: {
      ru: 'Запрос не подтверждён токеном X-Csrf этого сеанса.',
      en: 'The request lacks the X-Csrf token of this session.',
    },
    remedy: { ru: 'Обновите страницу и повторите.', en: 'Reload the page and repeat.' },
  },
  /** details.rights lists them. */
  'rights-not-for-key': {
    status: 422,
    text: { ru: 'Такие права ключу API не дают.', en: 'An API key cannot carry these rights.' },
    remedy: { ru: 'Уберите их из списка.', en: 'Take them off the list.' },
  },
  'no-such-partner': {
    status: 422,
    text: { ru: 'Такого партнёра нет.', en: 'There is no such partner.' },
    remedy: { ru: 'Возьмите код из справочника.', en: 'Take the code from the directory.' },
  },
  'no-such-api-key': {
    status: 404,
    text: { ru: 'Такого ключа API нет.', en: 'There is no such API key.' },
    remedy: { ru: 'Обновите список ключей.', en: 'Reload the list of keys.' },
  },
  'password-too-short': {
    status: 422,
    text: { ru: 'В пароле меньше 12 знаков.', en: 'The password has fewer than 12 characters.' },
    remedy: { ru: 'Возьмите длиннее.', en: 'Take a longer one.' },
  },
  'unknown-role': {
    status: 422,
    text: { ru: 'Такой роли нет.', en: 'There is no such role.' },
    remedy: { ru: 'Возьмите роль из матрицы прав.', en: 'Take a role of the matrix of rights.' },
  },
});
