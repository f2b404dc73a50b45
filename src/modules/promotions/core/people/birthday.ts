import {
  dayNumber,
  dayNumberAt,
  dayOfMonth,
  isLeapYear,
  type LocalDate,
  monthOfYear,
  yearOf,
} from '#shared/time.ts';

/** Days since the last birthday; 0 on the day itself. 29 February is kept on the 28th in common years. */
export function daysSinceBirthday(birthDate: LocalDate, today: LocalDate): number {
  const since = dayNumber(today) - birthdayIn(yearOf(today), birthDate);
  return since >= 0 ? since : dayNumber(today) - birthdayIn(yearOf(today) - 1, birthDate);
}

/** Days until the next birthday; 0 on the day itself. */
export function daysToBirthday(birthDate: LocalDate, today: LocalDate): number {
  const wait = birthdayIn(yearOf(today), birthDate) - dayNumber(today);
  return wait >= 0 ? wait : birthdayIn(yearOf(today) + 1, birthDate) - dayNumber(today);
}

/** Full years on a day; below zero before the birth. */
export function fullYears(birthDate: LocalDate, today: LocalDate): number {
  const years = yearOf(today) - yearOf(birthDate);
  return birthdayIn(yearOf(today), birthDate) > dayNumber(today) ? years - 1 : years;
}

function birthdayIn(year: number, birthDate: LocalDate): number {
  const month = monthOfYear(birthDate);
  const day = dayOfMonth(birthDate);
  return dayNumberAt(year, month, month === 2 && day === 29 && !isLeapYear(year) ? 28 : day);
}
