const zones = new Map<string, Intl.DateTimeFormat>();

function format(language: string, timeZone: string, long: boolean) {
  const key = `${language}|${timeZone}|${long}`;
  let made = zones.get(key);
  if (!made) {
    const options: Intl.DateTimeFormatOptions = long
      ? { dateStyle: 'long', timeStyle: 'long', timeZone }
      : { month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone };
    made = new Intl.DateTimeFormat(language, options);
    zones.set(key, made);
  }
  return made;
}

/** The moment as the shop's own wall clock shows it. */
export const timeText = (at: string, language: string, timeZone: string) => format(language, timeZone, false).format(new Date(at));
export const exactTime = (at: string, language: string, timeZone: string) => format(language, timeZone, true).format(new Date(at));
