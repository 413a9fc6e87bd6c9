const sumOf = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0);

/** The check of social insurance numbers and of Ontario's health cards. */
export function isLuhn(digits: string): boolean {
  const numbers = [...digits].reverse().map((digit, place) => {
    const number = Number(digit) * (place % 2 === 1 ? 2 : 1);
    return number > 9 ? number - 9 : number;
  });
  return !/^0+$/.test(digits) && sumOf(numbers) % 10 === 0;
}

const weights = [2, 4, 8, 5, 10, 9, 7, 3];

/** The check of British Columbia's personal health numbers: ten digits that begin with 9, modulo 11. */
export function isBritishColumbian(digits: string): boolean {
  if (!/^9\d{9}$/.test(digits)) return false;
  const rest = sumOf(weights.map((weight, place) => (Number(digits[place + 1]) * weight) % 11)) % 11;
  return 11 - rest === Number(digits[9]);
}

/** Whether the digits of a Québec card hold a month and a day; those of women count from 51. */
export function isRamqDate(digits: string): boolean {
  const month = Number(digits.slice(2, 4)) % 50;
  const day = Number(digits.slice(4, 6));
  return Number(digits.slice(2, 4)) <= 62 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}
