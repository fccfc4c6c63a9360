const zones = new Map<string, Intl.DateTimeFormat>();

type Length = 'short' | 'year' | 'seconds' | 'long';
const lengths: Record<Length, Intl.DateTimeFormatOptions> = {
  short: { month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  year: { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  seconds: { dateStyle: 'medium', timeStyle: 'medium' },
  long: { dateStyle: 'long', timeStyle: 'long' },
};

function format(language: string, timeZone: string, length: Length) {
  const key = `${language}|${timeZone}|${length}`;
  let made = zones.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(language, { ...lengths[length], timeZone });
    zones.set(key, made);
  }
  return made;
}

/** The moment as the shop's own wall clock shows it. */
export const timeText = (at: string, language: string, timeZone: string) => format(language, timeZone, 'short').format(new Date(at));
/** The same with its year, for what may lie in another one. */
export const yearText = (at: string, language: string, timeZone: string) => format(language, timeZone, 'year').format(new Date(at));
/** What a camera's own clock said: it knows no zone, so none is put on it. */
export const clockText = (taken: string, language: string) => format(language, 'UTC', 'short').format(new Date(`${taken}Z`));
export const exactTime = (at: string, language: string, timeZone: string) => format(language, timeZone, 'long').format(new Date(at));
/** With its day and its second, as a line of a record tells it. */
export const secondText = (at: string, language: string, timeZone: string) => format(language, timeZone, 'seconds').format(new Date(at));
